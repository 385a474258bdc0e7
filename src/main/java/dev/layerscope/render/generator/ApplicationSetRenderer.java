package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns an ApplicationSet into Applications as Argo CD's controller does (specification §6.1).
 * Never throws for what an ApplicationSet holds: an error of any generator or template leaves it
 * without children, and the finding says what Argo CD would.
 */
public final class ApplicationSetRenderer {
  private final ApplicationSet set;
  private final Interpolation interpolation;
  private final Generators generators;
  private final List<Manifest> rendered = new ArrayList<>();
  private Certainty certainty = Certainty.EXACT;
  private Certainty inherited = Certainty.EXACT;

  private ApplicationSetRenderer(ApplicationSet set, Ground ground) {
    this.set = set;
    this.interpolation = Interpolation.of(set);
    this.generators = new Generators(ground, interpolation);
  }

  /**
   * The Applications of a set.
   *
   * @param namespace the effective one of the set; its Applications live there, too
   */
  public static Generated render(ApplicationSet set, String namespace, Ground ground) {
    return new ApplicationSetRenderer(set, ground).generated(namespace);
  }

  private Generated generated(String namespace) {
    try {
      for (Mapping generator : set.generators()) {
        List<Generators.Entry> entries = Generators.entries(generator);
        if (entries.isEmpty()) {
          certainty = certainty.and(unknown(generator));
        }
        for (Generators.Entry entry : entries) {
          one(entry, generator, namespace);
        }
      }
    } catch (GenerationException e) {
      return refused(e);
    }
    GeneratedSet.Checked checked = GeneratedSet.check(set.name(), rendered);
    return new Generated(checked.applications(), certainty, inherited, checked.findings());
  }

  /** A generator that this program has never heard of may be one of a newer Argo CD. */
  private static Certainty unknown(Mapping generator) {
    List<String> names = generator.keys().stream().filter(key -> !key.equals("selector")).toList();
    return names.isEmpty()
        ? Certainty.EXACT
        : Certainty.opaque("the generator " + String.join(", ", names) + " is not known");
  }

  private void one(Generators.Entry entry, Mapping generator, String namespace)
      throws GenerationException {
    ParameterSets made;
    try {
      made = generators.generate(entry, generator.mapping("selector"));
    } catch (GenerationException e) {
      if (!e.isOpaque()) {
        throw e.during("error generating params");
      }
      // What the other generators make is known all the same.
      certainty = certainty.and(Certainty.opaque(e.reason()));
      return;
    }
    certainty = certainty.and(made.certainty());
    if (made.certainty().level() != Certainty.Level.OPAQUE) {
      inherited = inherited.and(made.certainty());
    }
    Mapping own = entry.block().mapping("template").orElse(Mapping.EMPTY);
    var template =
        new ApplicationTemplate(set, interpolation, TemplateLayers.fill(own, set.template()));
    for (Fields parameters : made.sets()) {
      Mapping application = template.render(parameters, namespace);
      Manifest.of(application, set.manifest().origin()).ifPresent(rendered::add);
    }
  }

  private Generated refused(GenerationException e) {
    if (e.isOpaque()) {
      Certainty opaque = certainty.and(Certainty.opaque(e.reason()));
      return new Generated(List.of(), opaque, opaque, List.of());
    }
    Finding finding =
        Finding.of(FindingCode.APPLICATION_SET_ERROR, e.reason(), set.manifest().location());
    // The set is exactly what Argo CD would show: without children.
    return new Generated(List.of(), Certainty.EXACT, Certainty.EXACT, List.of(finding));
  }
}
