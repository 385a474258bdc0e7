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
  private boolean outside;
  private boolean leftOut;

  Inexact(Certainty start) {
    this.certainty = start;
    this.outside = !start.exact();
  }

  /**
   * Whether all that keeps the result from being exact lies in this engine: everything the
   * kustomization names is in the repository, and nothing in it is to be run.
   */
  boolean onlyOurs() {
    return !certainty.exact() && !outside;
  }

  /**
   * A field whose effect is missing, or something that cannot be had here while the rest is built.
   */
  void missing(String name) {
    certainty = certainty.and(Certainty.approximate(name));
  }

  void missing(UnavailableException what) {
    outside = true;
    leftOut = true;
    missing(what.text());
    what.finding().ifPresent(findings::add);
  }

  /** Objects that cannot be had here; those of others are built as if these were none of theirs. */
  void withoutObjects(UnavailableException what) {
    outside = true;
    what.finding().ifPresent(findings::add);
    withoutObjects(Certainty.Level.APPROXIMATE, what.text());
  }

  /** A chart whose objects nobody can know. */
  void withoutChart(String why) {
    outside = true;
    withoutObjects(Certainty.Level.OPAQUE, why);
  }

  /** A patch for an object that is among those that are missing. */
  void withoutTarget(String patch) {
    withoutObjects(Certainty.Level.APPROXIMATE, "a patch is passed over: " + patch);
  }

  private void withoutObjects(Certainty.Level level, String why) {
    leftOut = true;
    certainty = certainty.and(Certainty.lacking(level, why));
  }

  /** Something that was done, as surely as its answer is. */
  void noSurerThan(Certainty answer) {
    outside = true;
    certainty = certainty.and(answer);
  }

  /** Something that would bring objects nobody can know. */
  void unknown(String what) {
    outside = true;
    leftOut = true;
    certainty = certainty.and(Certainty.opaque(what));
  }

  /** The build could not go on, so nobody knows what else there is. */
  void stopped(String why) {
    outside = true;
    missing("the build stopped: " + why);
  }

  /** Whether objects are missing that the tool would have. */
  boolean leftOut() {
    return leftOut;
  }

  Certainty certainty() {
    return certainty;
  }

  List<Finding> findings() {
    return findings;
  }
}
