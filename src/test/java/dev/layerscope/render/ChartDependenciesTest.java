package dev.layerscope.render;

import static dev.layerscope.render.ChartFixture.configMap;
import static dev.layerscope.render.ChartFixture.names;
import static dev.layerscope.render.ChartFixture.packaged;
import static dev.layerscope.render.ChartFixture.printed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the parts of a chart come from. */
class ChartDependenciesTest {
  private static final String PART = "apiVersion: v2\nname: part\nversion: 1.4.0\n";
  private static final String OF_PART =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"part-{{ .Values.x }}\"}\n";

  private final ChartFixture git = new ChartFixture();

  private ChartFixture depending(String dependency) {
    return git.file(
            "c/Chart.yaml",
            "apiVersion: v2\nname: shop\nversion: 1.2.3\nappVersion: 1.10\ndependencies:\n- "
                + dependency
                + "\n")
        .template("c", "own.yaml", configMap("{{ .Chart.AppVersion | quote }}"));
  }

  @Test
  void partsBesideTheChartAndVendoredOnesAreUsed() {
    depending("{name: part, version: 1.x, repository: 'file://../part', alias: p}")
        .file("part/Chart.yaml", PART)
        .file("part/templates/cm.yaml", OF_PART)
        .file("c/values.yaml", "p: {x: beside}\npart: {x: vendored}\n");
    assertThat(names(git.render("path: c")))
        .containsExactlyInAnyOrder("ConfigMap/printed", "ConfigMap/part-beside");
    depending("{name: part, version: 1.x, repository: 'https://charts.example.com'}")
        .file(
            "c/charts/part-1.4.0.tgz",
            packaged(
                "part/Chart.yaml",
                PART,
                "part/templates/cm.yaml",
                OF_PART + "data: {l: '{{ lookup \"v1\" \"Secret\" \"a\" \"b\" | toJson }}'}\n",
                "part/crds/kind.yaml",
                "apiVersion: v1\nkind: Definition\nmetadata: {name: d}\n",
                "part/../../escaped.yaml",
                "kind: Escaped"));
    Rendered rendered = git.render("path: c");
    assertThat(names(rendered))
        .containsExactlyInAnyOrder("Definition/d", "ConfigMap/printed", "ConfigMap/part-vendored");
    assertThat(rendered.certainty().why())
        .containsExactly("rendered by Helm 3.21; Argo CD ships another");
  }

  @Test
  void aPartThatNobodyHasIsLeftOutAndNamedWhenTheValuesAskForIt() {
    depending(
        "{name: part, version: ^1, repository: 'https://h.example.com', condition: part.enabled}");
    Rendered rendered = git.render("path: c");
    assertThat(printed(rendered)).isEqualTo("1.1");
    assertThat(rendered.certainty().why())
        .contains("rendered without the dependency part ^1 of https://h.example.com");
    assertThat(git.render("path: c\nhelm: {values: 'part: {enabled: false}'}").certainty().why())
        .containsExactly("rendered by Helm 3.21; Argo CD ships another");
  }

  @Test
  void aChartThatNeedsTemplatesNobodyHasIsOpaque() {
    depending("{name: common, version: 2.x, repository: 'oci://h.example.com/charts'}")
        .template("c", "own.yaml", configMap("{{ include \"common.name\" . }}"));
    assertThat(git.render("path: c").certainty().why().getFirst())
        .startsWith("Helm: without common 2.x of oci://h.example.com/charts: ")
        .contains("common.name");
  }

  @Test
  void theDefinitionsOfAPartComeWithItOnly() {
    depending("{name: part, version: 1.x, repository: 'file://../part', condition: part.enabled}")
        .file("part/Chart.yaml", PART)
        .file("part/crds/kind.yaml", "apiVersion: v1\nkind: Definition\nmetadata: {name: d}\n");
    assertThat(names(git.render("path: c"))).containsExactly("Definition/d", "ConfigMap/printed");
    assertThat(names(git.render("path: c\nhelm: {values: 'part: {enabled: false}'}")))
        .containsExactly("ConfigMap/printed");
  }

  @Test
  void chartsInTheUsersFolderAreRenderedTheHighestThatFits(@TempDir Path folder)
      throws IOException {
    for (String version : List.of("1.4.0", "1.5.0", "2.0.0")) {
      Files.write(
          folder.resolve("part-" + version + ".tgz"),
          packaged(
              "part/Chart.yaml",
              PART.replace("1.4.0", version),
              "part/templates/cm.yaml",
              configMap("\"{{ .Chart.Version }} {{ .Values.x }}\"")));
    }
    git.chartsIn(folder);
    Rendered rendered = git.render("chart: part\ntargetRevision: 1.*\nhelm: {values: 'x: z'}");
    assertThat(printed(rendered)).isEqualTo("1.5.0 z");
    assertThat(rendered.certainty().why())
        .contains("chart part taken from charts/part-1.5.0.tgz, version 1.5.0");
    assertThat(git.render("chart: part\ntargetRevision: 3.*").manifests()).isEmpty();
    depending("{name: part, version: 2.x, repository: 'https://h.example.com'}")
        .template("c", "own.yaml", "");
    assertThat(printed(git.render("path: c"))).isEqualTo("2.0.0 ");
  }

  @Test
  void valueFilesOfAChartThatIsAtHandAreReadFromIt(@TempDir Path folder) throws IOException {
    Files.write(
        folder.resolve("part-1.0.0.tgz"),
        packaged(
            "part/Chart.yaml",
            PART.replace("1.4.0", "1.0.0"),
            "part/values-prod.yaml",
            "x: prod",
            "part/templates/cm.yaml",
            configMap("\"{{ .Values.x }}{{ .Values.z }}\"")));
    git.chartsIn(folder);
    String source = "chart: part\ntargetRevision: 1.0.0\nhelm: {%s, values: 'z: 2'}";
    assertThat(printed(git.render(source.formatted("valueFiles: [values-prod.yaml]"))))
        .isEqualTo("prod2");
    assertThat(printed(git.render(source.formatted("valueFiles: [/values-prod.yaml]"))))
        .isEqualTo("prod2");
    assertThat(
            printed(
                git.render(
                    source.formatted("fileParameters: [{name: x, path: values-prod.yaml}]"))))
        .isEqualTo("x: prod2");
    Rendered missing = git.render(source.formatted("valueFiles: [none.yaml]"));
    assertThat(missing.findings().getFirst().message())
        .isEqualTo("helm template failed: Error: open none.yaml: no such file or directory");
    String ignored = "valueFiles: [none.yaml], ignoreMissingValueFiles: true";
    assertThat(printed(git.render(source.formatted(ignored)))).isEqualTo("2");
    assertThat(
            git.render(source.formatted("valueFiles: [../x.yaml]")).findings().getFirst().message())
        .isEqualTo("file '../x.yaml' resolved to outside repository root");
    assertThat(git.render(source.formatted("valueFiles: ['*.yaml']")).certainty().why())
        .contains("the pattern *.yaml in a chart of a Helm repository");
  }

  @Test
  void chartsInsideAKustomizationAreInflated() {
    git.file(
            "k/kustomization.yaml",
            """
            namePrefix: my-
            helmGlobals: {chartHome: parts}
            helmCharts:
            - {name: part, releaseName: r, namespace: ns, includeCRDs: true, valuesFile: v.yaml,
               valuesInline: {x: inline}}
            - {name: gone, version: 1.0.0, repo: 'https://h.example.com'}
            resources: [own.yaml]
            patches:
            - patch: |-
                {apiVersion: v1, kind: ConfigMap, metadata: {name: of-what-is-gone}, data: {a: b}}
            - patch: |-
                {apiVersion: v1, kind: ConfigMap, metadata: {name: printed}, data: {more: told}}
            """)
        .file("k/own.yaml", configMap("own"))
        .file("k/v.yaml", "x: file\nw: file\n")
        .file("k/parts/part/Chart.yaml", PART)
        .file("k/parts/part/crds/kind.yaml", "apiVersion: v1\nkind: Def\nmetadata: {name: d}\n")
        .file(
            "k/parts/part/templates/cm.yaml",
            OF_PART
                + "data: {y: '{{ .Values.w }} {{ .Release.Name }} {{ .Release.Namespace }}'}\n");
    assertThat(git.render("path: k").findings()).isEmpty();
    assertThat(git.render("path: k").certainty().why())
        .contains("helmCharts: the build options lack --enable-helm");
    git.inflating();
    Rendered rendered = git.render("path: k");
    assertThat(names(rendered))
        .containsExactlyInAnyOrder("ConfigMap/my-printed", "Def/my-d", "ConfigMap/my-part-inline");
    assertThat(rendered.manifests())
        .anySatisfy(m -> assertThat(m.root().textAt("data", "y")).contains("file r ns"))
        .anySatisfy(m -> assertThat(m.root().textAt("data", "more")).contains("told"));
    assertThat(rendered.certainty().why())
        .anyMatch(why -> why.startsWith("a patch is passed over: no resource matches"))
        .contains("helmCharts: chart gone 1.0.0 of https://h.example.com is not in the workspace");
  }
}
