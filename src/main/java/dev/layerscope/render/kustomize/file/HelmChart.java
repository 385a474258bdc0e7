package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.List;

/**
 * An entry of {@code helmCharts}.
 *
 * @param version,repo where the chart would be fetched from
 * @param valuesFile in place of the chart's own; empty for that
 * @param valuesMerge {@code override}, {@code merge} or {@code replace}: how the inline values meet
 *     the file
 */
public record HelmChart(
    String name,
    String version,
    String repo,
    String releaseName,
    String namespace,
    String nameTemplate,
    String valuesFile,
    List<String> additionalValuesFiles,
    Mapping valuesInline,
    String valuesMerge,
    boolean includeCrds,
    boolean skipHooks,
    boolean skipTests,
    String kubeVersion,
    List<String> apiVersions) {
  public HelmChart {
    additionalValuesFiles = List.copyOf(additionalValuesFiles);
    apiVersions = List.copyOf(apiVersions);
  }

  /** Reads an entry. */
  static HelmChart read(Unread unread) throws BuildException {
    Fields fields =
        unread.of(
            "HelmChart",
            "name",
            "version",
            "repo",
            "releaseName",
            "namespace",
            "nameTemplate",
            "valuesFile",
            "additionalValuesFiles",
            "valuesInline",
            "valuesMerge",
            "includeCRDs",
            "skipHooks",
            "skipTests",
            "kubeVersion",
            "apiVersions",
            "debug",
            "devel");
    return new HelmChart(
        fields.text("name"),
        fields.text("version"),
        fields.text("repo"),
        fields.text("releaseName"),
        fields.text("namespace"),
        fields.text("nameTemplate"),
        fields.text("valuesFile"),
        fields.strings("additionalValuesFiles"),
        unread.mapping().mapping("valuesInline").orElse(Mapping.EMPTY),
        fields.text("valuesMerge"),
        fields.flag("includeCRDs"),
        fields.flag("skipHooks"),
        fields.flag("skipTests"),
        fields.text("kubeVersion"),
        fields.strings("apiVersions"));
  }

  /** The chart as people speak of it. */
  public String display() {
    return name + (version.isEmpty() ? "" : " " + version) + (repo.isEmpty() ? "" : " of " + repo);
  }
}
