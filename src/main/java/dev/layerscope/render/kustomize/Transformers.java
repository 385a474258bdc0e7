package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldTable;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.resource.ResourceSet;
import dev.layerscope.render.kustomize.transform.Affixes;
import dev.layerscope.render.kustomize.transform.Entries;
import dev.layerscope.render.kustomize.transform.Images;
import dev.layerscope.render.kustomize.transform.Namespaces;
import dev.layerscope.render.kustomize.transform.Replacements;
import dev.layerscope.render.kustomize.transform.Replicas;
import dev.layerscope.render.kustomize.transform.Transformer;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the fields of one kustomization do, in the tool's order (specification §4.4). */
record Transformers(PatchReader patches, Inexact inexact) {
  private static final FieldSpec METADATA_LABELS = FieldSpec.everywhere("metadata/labels", true);

  /**
   * The steps.
   *
   * @param by who takes a step of a kind, for annotations; empty when nobody asks
   */
  List<Step> of(Kustomization k, FieldTable fields, Function<String, Optional<String>> by)
      throws BuildException {
    var steps = new ArrayList<Step>();
    for (Named step : named(k, fields)) {
      steps.add(new Step(step.transformer(), by.apply(step.kind())));
    }
    return steps;
  }

  /** A transformer under the name the tool knows it by. */
  private record Named(String kind, Transformer transformer) {}

  private List<Named> named(Kustomization k, FieldTable fields) throws BuildException {
    var steps = new ArrayList<Named>();
    if (!k.patchesStrategicMerge().isEmpty()) {
      steps.add(
          new Named("PatchStrategicMergeTransformer", patches.byName(k.patchesStrategicMerge())));
    }
    for (Arguments.Patch patch : k.patches()) {
      steps.add(new Named("PatchTransformer", patches.any(patch)));
    }
    names(k, fields, steps);
    labels(k, fields, steps);
    for (Arguments.Patch patch : k.patchesJson6902()) {
      steps.add(new Named("PatchJson6902Transformer", patches.json(patch)));
    }
    for (Arguments.Replica replica : k.replicas()) {
      steps.add(
          new Named(
              "ReplicaCountTransformer",
              new Replicas(replica, fields.get(FieldTable.Use.REPLICAS))));
    }
    for (Arguments.Image image : k.images()) {
      steps.add(
          new Named("ImageTagTransformer", new Images(image, fields.get(FieldTable.Use.IMAGES))));
    }
    if (!k.replacements().isEmpty()) {
      steps.add(
          new Named(
              "ReplacementTransformer",
              new Replacements(patches.replacements(k.replacements()), inexact::missing)));
    }
    return steps;
  }

  private static void names(Kustomization k, FieldTable fields, List<Named> steps) {
    if (!k.namespace().isEmpty()) {
      steps.add(
          new Named(
              "NamespaceTransformer",
              new Namespaces(
                  k.namespace(), fields.get(FieldTable.Use.NAMESPACE), false, "defaultOnly")));
    }
    if (!k.namePrefix().isEmpty()) {
      steps.add(
          new Named(
              "PrefixTransformer",
              new Affixes(k.namePrefix(), true, fields.get(FieldTable.Use.NAME_PREFIX))));
    }
    if (!k.nameSuffix().isEmpty()) {
      steps.add(
          new Named(
              "SuffixTransformer",
              new Affixes(k.nameSuffix(), false, fields.get(FieldTable.Use.NAME_SUFFIX))));
    }
  }

  private void labels(Kustomization k, FieldTable fields, List<Named> steps) {
    for (Arguments.Label label : k.labels()) {
      var entries = new Entries(label.pairs(), labelFields(label, fields));
      boolean disputed =
          label.includeTemplates()
              && !label.includeSelectors()
              && !label.includeVolumeClaimTemplates();
      steps.add(new Named("LabelTransformer", disputed ? minding(entries) : entries));
    }
    if (!k.labels().isEmpty() || !k.commonLabels().isEmpty()) {
      steps.add(
          new Named(
              "LabelTransformer",
              new Entries(k.commonLabels(), fields.get(FieldTable.Use.COMMON_LABELS))));
    }
    if (!k.commonAnnotations().isEmpty()) {
      steps.add(
          new Named(
              "AnnotationsTransformer",
              new Entries(k.commonAnnotations(), fields.get(FieldTable.Use.COMMON_ANNOTATIONS))));
    }
  }

  private Transformer minding(Transformer entries) {
    return resources -> {
      claims(resources);
      entries.apply(resources);
    };
  }

  /**
   * Kustomize 5.8.1 takes volume claims for templates, its successors do so only when told to. Says
   * so where there are any.
   */
  private void claims(ResourceSet resources) {
    for (Resource resource : resources.all()) {
      boolean claims =
          resource.id().isOf("apps", "", "StatefulSet")
              && resource
                  .root()
                  .find("spec")
                  .flatMap(spec -> spec.find("volumeClaimTemplates"))
                  .filter(list -> !list.isNullOrEmpty())
                  .isPresent();
      if (claims) {
        inexact.missing("labels: whether volume claims get them depends on Kustomize's version");
      }
    }
  }

  private static List<FieldSpec> labelFields(Arguments.Label label, FieldTable table) {
    var fields = new LinkedHashSet<>(label.fields());
    fields.addAll(table.get(FieldTable.Use.LABELS));
    if (label.includeSelectors()) {
      fields.addAll(table.get(FieldTable.Use.COMMON_LABELS));
    } else {
      if (label.includeTemplates()) {
        fields.addAll(table.get(FieldTable.Use.TEMPLATE_LABELS));
      }
      if (label.includeVolumeClaimTemplates()) {
        fields.addAll(table.get(FieldTable.Use.VOLUME_CLAIM_TEMPLATE_LABELS));
      }
      fields.add(METADATA_LABELS);
    }
    return List.copyOf(fields);
  }
}
