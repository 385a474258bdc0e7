package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code generatorOptions} and {@code options} of one generator. */
public record GeneratorOptions(
    Map<String, String> labels,
    Map<String, String> annotations,
    boolean disableNameSuffixHash,
    boolean immutable) {
  public static final GeneratorOptions NONE =
      new GeneratorOptions(Map.of(), Map.of(), false, false);

  static GeneratorOptions read(Unread unread) throws BuildException {
    var f =
        unread.of(
            "GeneratorOptions", "labels", "annotations", "disableNameSuffixHash", "immutable");
    return new GeneratorOptions(
        f.texts("labels"),
        f.texts("annotations"),
        f.flag("disableNameSuffixHash"),
        f.flag("immutable"));
  }

  /** These, completed by the ones for all generators; a flag that is set anywhere is set. */
  public GeneratorOptions with(GeneratorOptions global) {
    Map<String, String> allLabels = new LinkedHashMap<>(global.labels);
    allLabels.putAll(labels);
    Map<String, String> allAnnotations = new LinkedHashMap<>(global.annotations);
    allAnnotations.putAll(annotations);
    return new GeneratorOptions(
        allLabels,
        allAnnotations,
        disableNameSuffixHash || global.disableNameSuffixHash,
        immutable || global.immutable);
  }
}
