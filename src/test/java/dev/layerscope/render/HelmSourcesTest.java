package dev.layerscope.render;

import static dev.layerscope.render.ChartFixture.configMap;
import static dev.layerscope.render.ChartFixture.json;
import static dev.layerscope.render.ChartFixture.names;
import static dev.layerscope.render.ChartFixture.printed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Tools;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.TreeFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelmSourcesTest {
  private final ChartFixture git = new ChartFixture();

  @Test
  void valuesCountInArgoCdsOrder() {
    git.printing("c", "a: chart\nb: chart\nc: chart\nd: chart\ne: chart\nm: {x: 1, y: 1}\n")
        .file("c/one.yaml", "b: one\nc: one\nd: one\ne: one\nm: {y: 2}\n")
        .file("c/two.yaml", "c: two\nd: two\ne: two\n");
    Rendered rendered =
        git.render(
            """
            path: c
            helm:
              valueFiles: [one.yaml, two.yaml]
              values: "d: values\\ne: values"
              parameters: [{name: e, value: parameter}]
            """);
    assertThat(printed(rendered))
        .isEqualTo(json("{a: chart, b: one, c: two, d: values, e: parameter, m: {x: 1, y: 2}}"));
  }

  @Test
  void aValuesObjectTakesThePlaceOfValues() {
    git.printing("c", "a: 1\n");
    assertThat(
            printed(
                git.render(
                    "path: c\nhelm: {values: 'b: 2', valuesObject: {c: {d: [1, x]}, a: null}}")))
        .isEqualTo(json("{c: {d: [1, x]}}"));
  }

  @Test
  void parametersAreReadAsHelmReadsThemUnlessTheyAreStrings() {
    git.printing("c", "list: [1, 2, 3]\n").file("c/notes.txt", "line 1\nline, 2\n");
    Rendered rendered =
        git.render(
            """
            path: c
            helm:
              fileParameters: [{name: file, path: notes.txt}]
              parameters:
              - {name: number, value: "12345678"}
              - {name: text, value: "12345678", forceString: true}
              - {name: t, value: "true"}
              - {name: f, value: "true", forceString: true}
              - {name: commas, value: "a,b"}
              - {name: "deep.key\\\\.dot", value: "x=y"}
              - {name: set, value: "{a,b}"}
              - {name: strings, value: "{1,2}", forceString: true}
              - {name: "list[1]", value: "9"}
              - {name: empty, value: ""}
            """);
    assertThat(printed(rendered))
        .isEqualTo(
            json(
                """
                {number: 12345678, text: "12345678", t: true, f: "true", commas: "a,b",
                 deep: {key.dot: x=y}, set: [a, b], strings: ["1", "2"], list: [null, 9],
                 empty: "", file: "line 1\\nline, 2\\n"}
                """));
  }

  @Test
  void theBuildEnvironmentIsPutIntoParametersAndFileNamesOnly() {
    git.printing("c", "a: 1\n").file("c/values-argocd2_shop.yaml", "b: $ARGOCD_APP_NAME\n");
    Rendered rendered =
        git.render(
            """
            path: c
            targetRevision: qa
            helm:
              valueFiles: [values-$ARGOCD_APP_NAME.yaml]
              values: "c: $ARGOCD_APP_NAME"
              parameters:
              - {name: d, value: "$ARGOCD_APP_NAMESPACE-${ARGOCD_APP_SOURCE_TARGET_REVISION}"}
              - {name: e, value: "$ARGOCD_APP_REVISION_SHORT", forceString: true}
            """);
    assertThat(printed(rendered))
        .isEqualTo(
            json(
                "{a: 1, b: $ARGOCD_APP_NAME, c: $ARGOCD_APP_NAME, d: till-qa, e: \"%s\"}"
                    .formatted(git.commit().substring(0, 7))));
  }

  @Test
  void theReleaseIsCalledAsTheApplicationAndLiesInItsDestination() {
    git.chart("c")
        .template(
            "c",
            "r.yaml",
            configMap(
                "\"{{ .Release.Name }} {{ .Release.Namespace }} {{ .Release.Service }}"
                    + " {{ .Release.IsInstall }} {{ .Release.Revision }} {{ .Chart.Version }}\""));
    assertThat(printed(git.render("path: c"))).isEqualTo("shop till Helm true 1 1.2.3");
    assertThat(printed(git.render("path: c\nhelm: {releaseName: other, namespace: apart}")))
        .isEqualTo("other apart Helm true 1 1.2.3");
  }

  @Test
  void theClusterIsWhatTheSettingsSay() {
    git.chart("c")
        .template(
            "c",
            "r.yaml",
            configMap(
                "\"{{ .Capabilities.KubeVersion.Minor }} {{ .Capabilities.APIVersions.Has"
                    + " \"apps/v1\" }} {{ $v := \"route.openshift.io/v1\" }}{{ if"
                    + " $.Capabilities.APIVersions.Has $v }}openshift{{ end }}\""));
    assertThat(git.render("path: c").certainty().why())
        .contains(
            "the Kubernetes version: Helm's default",
            "the cluster's API versions: Helm's defaults");
    git.with(
        Settings.DEFAULT.with(
            Tools.DEFAULT.withCluster(Optional.of("1.29"), List.of("route.openshift.io/v1"))));
    Rendered rendered = git.render("path: c");
    assertThat(printed(rendered)).isEqualTo("29 true openshift");
    assertThat(rendered.certainty())
        .isEqualTo(Certainty.assumed("rendered by Helm 3.21; Argo CD ships another"));
    assertThat(printed(git.render("path: c\nhelm: {kubeVersion: '1.27', apiVersions: [x/v1]}")))
        .isEqualTo("27 true ");
  }

  @Test
  void aChartThatRefusesTheClusterWeMadeUpGetsOneItTakes() {
    git.chart("c")
        .file(
            "c/Chart.yaml",
            "apiVersion: v2\nname: c\nversion: 1.0.0\nkubeVersion: '>=1.16 <1.22-0'\n")
        .template("c", "r.yaml", configMap("{{ .Capabilities.KubeVersion.Version }}"));
    Rendered rendered = git.render("path: c");
    assertThat(rendered.findings()).isEmpty();
    assertThat(printed(rendered)).isEqualTo("v1.21.0");
    assertThat(rendered.certainty().why())
        .contains("the Kubernetes version: v1.21.0, since the chart refuses Helm's default");
  }

  @Test
  void aChartThatRefusesTheClusterItIsForFails() {
    git.chart("c")
        .file("c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\nkubeVersion: '<1.22-0'\n");
    assertThat(git.render("path: c\nhelm: {kubeVersion: '1.29'}").findings())
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.message()).contains("incompatible with Kubernetes v1.29"));
  }

  @Test
  void theClusterNobodyNamesIsOneOfToday() {
    git.chart("c").template("c", "r.yaml", configMap("{{ .Capabilities.KubeVersion.Version }}"));
    assertThat(printed(git.render("path: c"))).isEqualTo("v1.35.0");
  }

  @Test
  void definitionsComeFirstAndHooksLast() {
    git.chart("c")
        .file("c/crds/deep/kind.yaml", "apiVersion: v1\nkind: Definition\nmetadata: {name: d}\n")
        .file("c/crds/notes.txt", "not a manifest")
        .template("c", "cm.yaml", configMap("x"))
        .template("c", "hook.yaml", hook("migrate", "pre-install"))
        .template("c", "test.yaml", hook("check", "test"))
        .template("c", "unknown.yaml", hook("odd", "crd-install"));
    assertThat(names(git.render("path: c")))
        .containsExactly("Definition/d", "ConfigMap/printed", "Job/migrate", "Job/check");
    assertThat(names(git.render("path: c\nhelm: {skipCrds: true, skipTests: true}")))
        .containsExactly("ConfigMap/printed", "Job/migrate");
    assertThat(git.render("path: c").manifests().getLast().annotation("helm.sh/hook"))
        .contains("test");
  }

  private static String hook(String name, String event) {
    return "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: %s\n  annotations:\n    helm.sh/hook: %s\n"
        .formatted(name, event);
  }

  @Test
  void objectsKnowTheTemplateTheyComeFrom() {
    git.chart("c")
        .template(
            "c",
            "apps.yaml",
            """
            {{- range list "a" "b" }}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{ . }}
            {{- end }}
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: s
            """);
    assertThat(git.render("path: c").manifests())
        .extracting(m -> m.name() + " " + m.location().pathAndLine())
        .containsExactly(
            "s c/templates/apps.yaml:9", "a c/templates/apps.yaml:3", "b c/templates/apps.yaml:3");
  }

  @Test
  void filesOfTheChartAreThereAndNothingElseIs() {
    git.chart("c")
        .file("c/conf/a.txt", "inside")
        .file("secret.txt", "outside")
        .link("c/conf/link.txt", "../../secret.txt")
        .template(
            "c",
            "f.yaml",
            configMap(
                "\"{{ .Files.Get \"conf/a.txt\" }},{{ .Files.Get \"conf/link.txt\" }},"
                    + "{{ .Files.Get \"../secret.txt\" }},{{ .Files.Get \"/etc/hostname\" }},"
                    + "{{ range $p, $_ := .Files.Glob \"conf/*\" }}{{ $p }} {{ end }}\""));
    // Helm follows links, as it does in Argo CD; one that leaves the repository never gets there.
    assertThat(printed(git.render("path: c")))
        .isEqualTo("inside,outside,,,conf/a.txt conf/link.txt ");
  }

  @Test
  void whatNeedsANetworkOrTheMachineFindsNothing() {
    git.chart("c")
        .template(
            "c",
            "n.yaml",
            configMap(
                "\"{{ lookup \"v1\" \"Secret\" .Release.Namespace \"x\" | toJson }}"
                    + " {{ (lookup \"v1\" \"Secret\" \"\" \"\").items | default \"none\" }}"
                    + " {{/* lookup \"a\" */}}{{ \"a lookup\" }}"
                    + " [{{ getHostByName \"localhost\" }}]\""));
    assertThat(printed(git.render("path: c"))).isEqualTo("{} none a lookup []");
    git.template("c", "n.yaml", configMap("{{ env \"HOME\" }}"));
    assertThat(git.render("path: c").findings().getFirst().message())
        .contains("function \"env\" not defined");
  }

  @Test
  void aLookupThatOnlyRenderingMakesIsOpaque() {
    git.printing("c", "t: '{{ lookup \"v1\" \"Secret\" \"a\" \"b\" }}'\n")
        .template("c", "all.yaml", configMap("{{ tpl .Values.t . }}"));
    assertThat(git.render("path: c").certainty().why())
        .containsExactly("Helm: lookup in a text that only the rendering makes");
  }

  @Test
  void filesOfOtherSourcesAreValuesAndWrongNamesAreErrors() {
    var lent = new TreeFixture("https://git.example.com/values.git").file("env/qa.yaml", "a: qa\n");
    git.printing("c", "a: 1\n").lending("lent", lent.snapshot());
    assertThat(printed(git.render("path: c\nhelm: {valueFiles: [$lent/env/qa.yaml]}")))
        .isEqualTo(json("{a: qa}"));
    assertThat(message(git.render("path: c\nhelm: {valueFiles: [$other/env/qa.yaml]}")))
        .isEqualTo(
            "source referenced \"$other\", which is not one of the available sources ($lent)");
    assertThat(message(git.render("path: c\nhelm: {valueFiles: [$lent/../x.yaml]}")))
        .contains("resolved to outside repository root");
  }

  @Test
  void aValueFileThatIsMissingOrWrongIsSaidAsHelmSaysIt() {
    git.printing("c", "a: 1\n").file("c/broken.yaml", "a: [1\n");
    assertThat(message(git.render("path: c\nhelm: {valueFiles: [no.yaml]}")))
        .isEqualTo("helm template failed: Error: open c/no.yaml: no such file or directory");
    assertThat(
            printed(
                git.render(
                    "path: c\nhelm: {valueFiles: [no.yaml], ignoreMissingValueFiles: true}")))
        .isEqualTo(json("{a: 1}"));
    assertThat(message(git.render("path: c\nhelm: {valueFiles: [broken.yaml]}")))
        .startsWith("helm template failed: Error: failed to parse broken.yaml: ");
    assertThat(message(git.render("path: c\nhelm: {values: 'just words'}")))
        .startsWith("helm template failed: Error: failed to parse values: ");
    Rendered remote = git.render("path: c\nhelm: {valueFiles: ['https://me:pw@h.example.com/v']}");
    assertThat(remote.certainty().why()).containsExactly("values from https://h.example.com/v");
  }

  @Test
  void templatesWithErrorsAreFindingsInHelmsWords() {
    git.chart("c").template("c", "bad.yaml", "a: {{ required \"say who\" .Values.who }}\n");
    Rendered rendered = git.render("path: c");
    assertThat(rendered.failed()).isTrue();
    assertThat(rendered.findings().getFirst().code()).isEqualTo(FindingCode.HELM_TEMPLATE_ERROR);
    assertThat(message(rendered))
        .startsWith("helm template failed: Error: execution error at (shop/templates/bad.yaml:1:6)")
        .endsWith("say who");
  }

  @Test
  void aChartWithoutValuesIsRenderedWithNone() {
    git.file("c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n")
        .template("c", "x.yaml", configMap("\"{{ .Values.a | default `none` }}\""));
    assertThat(printed(git.render("path: c"))).isEqualTo("none");
    assertThat(printed(git.render("path: c\nhelm: {values: 'a: some'}"))).isEqualTo("some");
  }

  @Test
  void valuesThatAreNotYamlAreAnErrorInHelmsWordsOnThatNode() {
    git.chart("c").template("c", "x.yaml", configMap("\"{{ .Values.a }}\""));
    git.file("c/broken.yaml", "a: [1,\nb: }\n").file("c/list.yaml", "[1, 2]\n");
    for (String values : List.of("valueFiles: [broken.yaml]", "valueFiles: [list.yaml]")) {
      Rendered rendered = git.render("path: c\nhelm: {" + values + "}");
      assertThat(rendered.failed()).isTrue();
      assertThat(message(rendered)).startsWith("helm template failed: Error: ");
    }
    assertThat(message(git.render("path: c\nhelm: {values: 'a: [1'}")))
        .startsWith("helm template failed: Error: ");
  }

  @Test
  void aSchemaIsHeededUnlessItIsSkipped() {
    git.printing("c", "a: 1\n")
        .file("c/values.schema.json", "{\"required\": [\"b\"], \"type\": \"object\"}");
    assertThat(message(git.render("path: c"))).contains("don't meet the specifications");
    assertThat(printed(git.render("path: c\nhelm: {skipSchemaValidation: true}")))
        .isEqualTo(json("{a: 1}"));
  }

  @Test
  void aFileNameCannotBeSmuggledInWithAParametersName() {
    git.printing("c", "a: 1\n").file("c/x", "x");
    Rendered rendered =
        git.render(
            """
            path: c
            helm:
              parameters: [{name: "a=/etc/hostname,b", value: v, forceString: true}]
              fileParameters: [{name: "a=/etc/hostname,b", path: x}]
            """);
    assertThat(printed(rendered)).isEqualTo(json("{a: 1}"));
    assertThat(rendered.certainty().why())
        .contains("file parameter “a=/etc/hostname,b”")
        .anyMatch(why -> why.startsWith("parameter “a=/etc/hostname,b”"));
  }

  @Test
  void valuesThatAreNewEachTimeAreNamed() {
    git.chart("c").template("c", "r.yaml", configMap("{{ randAlphaNum 9 | quote }}"));
    assertThat(git.render("path: c").certainty().why())
        .contains("values that are new at every rendering");
    git.template("c", "r.yaml", configMap("{{ if .Values.x }}{{ randAlphaNum 9 }}{{ end }}"));
    assertThat(git.render("path: c").certainty().why())
        .doesNotContain("values that are new at every rendering");
  }

  @Test
  void aChartOfAHelmRepositoryIsALeafThatNamesIt() {
    Rendered leaf = git.render("chart: vault\ntargetRevision: 0.28.*");
    assertThat(leaf.type()).isEqualTo(SourceType.HELM);
    assertThat(leaf.certainty().why())
        .containsExactly(
            "chart vault 0.28.* of https://git.example.com/team.git is not in the workspace");
    assertThat(message(git.render("chart: vault\ntargetRevision: newest?")))
        .isEqualTo(
            "invalid revision: failed to determine semver constraint: improper constraint:"
                + " newest?");
  }

  private static String message(Rendered rendered) {
    return rendered.findings().isEmpty()
        ? "no finding: " + rendered
        : rendered.findings().getFirst().message();
  }
}
