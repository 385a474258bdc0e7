package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kustomization file (specification §4.3) with its deprecated fields folded into those that took
 * their place.
 *
 * @param kind Kustomization or Component
 * @param helmCharts charts to be inflated
 */
public record Kustomization(
    String kind,
    Map<String, String> openapi,
    String namePrefix,
    String nameSuffix,
    String namespace,
    Map<String, String> commonLabels,
    List<Arguments.Label> labels,
    Map<String, String> commonAnnotations,
    List<String> patchesStrategicMerge,
    List<Arguments.Patch> patchesJson6902,
    List<Arguments.Patch> patches,
    List<Arguments.Image> images,
    List<Replacement> replacements,
    List<Arguments.Replica> replicas,
    List<Arguments.Var> vars,
    Optional<Arguments.SortOptions> sortOptions,
    List<String> resources,
    List<String> components,
    List<String> crds,
    List<GeneratorArguments> configMapGenerator,
    List<GeneratorArguments> secretGenerator,
    Optional<GeneratorOptions> generatorOptions,
    HelmCharts helmCharts,
    List<String> configurations,
    List<String> generators,
    List<String> transformers,
    List<String> validators,
    List<String> buildMetadata) {
  public static final String COMPONENT = "Component";
  private static final String KUSTOMIZATION = "Kustomization";

  private static final String[] KNOWN = {
    "apiVersion",
    "kind",
    "metadata",
    "openapi",
    "namePrefix",
    "nameSuffix",
    "namespace",
    "commonLabels",
    "labels",
    "commonAnnotations",
    "patchesStrategicMerge",
    "patchesJson6902",
    "patches",
    "images",
    "imageTags",
    "replacements",
    "replicas",
    "vars",
    "sortOptions",
    "resources",
    "components",
    "crds",
    "bases",
    "configMapGenerator",
    "secretGenerator",
    "helmGlobals",
    "helmCharts",
    "helmChartInflationGenerator",
    "generatorOptions",
    "configurations",
    "generators",
    "transformers",
    "validators",
    "buildMetadata"
  };

  /** The fields there are, in the order of the specification. */
  public static List<String> fields() {
    return List.of(KNOWN);
  }

  /** Reads a file's root. */
  public static Kustomization read(Mapping root, String folder) throws BuildException {
    var fields = new Unread(root, true).of(KUSTOMIZATION, KNOWN);
    var kustomization = decode(fields);
    if (saysNothing(root)) {
      throw new BuildException("kustomization.yaml is empty");
    }
    check(fields, kustomization.kind(), folder);
    return kustomization;
  }

  private static Kustomization decode(Fields fields) throws BuildException {
    return new Kustomization(
        fields.text("kind").isEmpty() ? KUSTOMIZATION : fields.text("kind"),
        fields.texts("openapi"),
        fields.text("namePrefix"),
        fields.text("nameSuffix"),
        fields.text("namespace"),
        fields.texts("commonLabels"),
        fields.objects("labels", Arguments.Label::read),
        fields.texts("commonAnnotations"),
        fields.strings("patchesStrategicMerge"),
        fields.objects("patchesJson6902", Arguments.Patch::read),
        fields.objects("patches", Arguments.Patch::read),
        both(
            fields.objects("images", Arguments.Image::read),
            fields.objects("imageTags", Arguments.Image::read)),
        fields.objects("replacements", Replacement::read),
        fields.objects("replicas", Arguments.Replica::read),
        fields.objects("vars", Arguments.Var::read),
        fields.object("sortOptions", Arguments.SortOptions::read),
        both(fields.strings("resources"), fields.strings("bases")),
        fields.strings("components"),
        fields.strings("crds"),
        fields.objects("configMapGenerator", g -> GeneratorArguments.read(g, false)),
        fields.objects("secretGenerator", g -> GeneratorArguments.read(g, true)),
        fields.object("generatorOptions", GeneratorOptions::read),
        HelmCharts.read(fields),
        fields.strings("configurations"),
        fields.strings("generators"),
        fields.strings("transformers"),
        fields.strings("validators"),
        fields.strings("buildMetadata"));
  }

  private static boolean saysNothing(Mapping root) {
    return root.entries().stream()
        .filter(e -> !e.name().equalsIgnoreCase("apiVersion") && !e.name().equalsIgnoreCase("kind"))
        .allMatch(e -> e.value().isNull() || e.value().asText().map(String::isEmpty).orElse(false));
  }

  private static void check(Fields fields, String kind, String folder) throws BuildException {
    var errors = new ArrayList<String>();
    if (!kind.equals(KUSTOMIZATION) && !kind.equals(COMPONENT)) {
      errors.add("kind should be Kustomization or Component");
    }
    String required =
        "kustomize.config.k8s.io/" + (kind.equals(COMPONENT) ? "v1alpha1" : "v1beta1");
    String version = fields.text("apiVersion");
    if (!version.isEmpty() && !version.equals(required)) {
      errors.add("apiVersion for " + kind + " should be " + required);
    }
    if (!errors.isEmpty()) {
      throw new BuildException(
          "Failed to read kustomization file under " + folder + ":\n" + String.join("\n", errors));
    }
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
