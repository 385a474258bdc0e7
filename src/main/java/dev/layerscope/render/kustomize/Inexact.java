package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.render.kustomize.load.UnavailableException;
import java.util.ArrayList;
import java.util.List;

/** Collects, during one build, what could not be done exactly. */
final class Inexact {
  static final String HELM_CHARTS = "helmChartInflationGenerator: its charts are not rendered";

  private final List<Finding> findings = new ArrayList<>();
  private Certainty certainty;

  Inexact(Certainty start) {
    this.certainty = start;
  }

  /**
   * A field whose effect is missing, or something that cannot be had here while the rest is built.
   */
  void missing(String name) {
    certainty = certainty.and(Certainty.approximate(name));
  }

  void missing(UnavailableException what) {
    missing(what.text());
    what.finding().ifPresent(findings::add);
  }

  /** Something that was done, as surely as its answer is. */
  void noSurerThan(Certainty answer) {
    certainty = certainty.and(answer);
  }

  /** Something that would bring objects nobody can know. */
  void unknown(String what) {
    certainty = certainty.and(Certainty.opaque(what));
  }

  Certainty certainty() {
    return certainty;
  }

  List<Finding> findings() {
    return findings;
  }
}
