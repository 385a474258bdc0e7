package dev.layerscope.render.kustomize;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.FieldTable;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.render.kustomize.load.Loader;
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

/** What the fields of one kustomization do, in the tool's order (specification §4.4). */
record Transformers(Loader loader, Origin origin) {
  private static final FieldSpec METADATA_LABELS = FieldSpec.everywhere("metadata/labels", true);

  List<Transformer> of(Kustomization k, FieldTable fields) throws BuildException {
    var steps = new ArrayList<Transformer>();
    var patches = new PatchReader(loader, origin);
    if (!k.patchesStrategicMerge().isEmpty()) {
      steps.add(patches.byName(k.patchesStrategicMerge()));
    }
    for (Arguments.Patch patch : k.patches()) {
      patches.any(patch).ifPresent(steps::add);
    }
    if (!k.namespace().isEmpty()) {
      steps.add(
          new Namespaces(
              k.namespace(), fields.get(FieldTable.Use.NAMESPACE), false, "defaultOnly"));
    }
    if (!k.namePrefix().isEmpty()) {
      steps.add(new Affixes(k.namePrefix(), true, fields.get(FieldTable.Use.NAME_PREFIX)));
    }
    if (!k.nameSuffix().isEmpty()) {
      steps.add(new Affixes(k.nameSuffix(), false, fields.get(FieldTable.Use.NAME_SUFFIX)));
    }
    for (Arguments.Label label : k.labels()) {
      steps.add(new Entries(label.pairs(), labelFields(label, fields)));
    }
    steps.add(new Entries(k.commonLabels(), fields.get(FieldTable.Use.COMMON_LABELS)));
    steps.add(new Entries(k.commonAnnotations(), fields.get(FieldTable.Use.COMMON_ANNOTATIONS)));
    for (Arguments.Patch patch : k.patchesJson6902()) {
      steps.add(patches.json(patch));
    }
    for (Arguments.Replica replica : k.replicas()) {
      steps.add(new Replicas(replica, fields.get(FieldTable.Use.REPLICAS)));
    }
    for (Arguments.Image image : k.images()) {
      steps.add(new Images(image, fields.get(FieldTable.Use.IMAGES)));
    }
    if (!k.replacements().isEmpty()) {
      steps.add(new Replacements(patches.replacements(k.replacements())));
    }
    return steps;
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
