package dev.layerscope.operation.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Argo CD's own configuration in the repositories changes. */
class SettingsInGitTest {
  private static final String URL = "https://git.example.com/clusters/hub.git";
  private static final String CONFIGURATION =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: argocd-cm, namespace: %s}
      data: {kustomize.enable: "false"}
      """;

  @TempDir Path folder;

  private static String application(String name, String namespace, String path, String to) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: %s}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: main, directory: {include: "*.yaml"}}
      destination: {%s, namespace: x}
    """
        .formatted(name, namespace, URL, path, to);
  }

  private Hierarchy resolve(String argocd, GitFixture fixture) throws Exception {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: hub
        argocd: {%s}
        repositories: [{url: "%s"}]
        roots: [{name: hub, repoURL: "%s", revision: main, path: root.yaml}]
        """
            .formatted(argocd, URL, URL));
    Workspace workspace = WorkspaceFile.read(folder);
    Access access = new Access.Available(fixture.url(), fixture.clone());
    var opened = new Opened(workspace, new OpenRepositories(workspace, List.of(access)));
    return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
  }

  private static GitFixture hub(String namespace, String configuration) {
    String kustomized =
        application("app", namespace, "app", "name: in-cluster")
            .replace(", directory: {include: \"*.yaml\"}", "");
    return GitFixture.repo(URL)
        .file("root.yaml", application("top", namespace, "deps", "name: in-cluster"))
        .file("deps/cm.yaml", configuration)
        .file("deps/app.yaml", kustomized)
        .file("app/kustomization.yaml", "namePrefix: a-\nresources: [cm.yaml]\n")
        .file("app/cm.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n")
        .commit("All");
  }

  private static HierarchyNode node(Hierarchy hierarchy, String name) {
    return hierarchy.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aToolThatTheConfigurationSwitchesOffIsNotUsedAndTheNodeSaysWhy() throws Exception {
    Hierarchy hierarchy = resolve("", hub("argocd", CONFIGURATION.formatted("argocd")));
    HierarchyNode app = node(hierarchy, "app");
    assertThat(app.sources().getFirst().type().text()).isEqualTo("Directory");
    assertThat(app.certainty().level()).isEqualTo(Certainty.Level.ASSUMED);
    assertThat(app.certainty().why())
        .containsExactly("kustomize.enable as in deps/cm.yaml:4 of " + URL);
    assertThat(node(hierarchy, "top").findings())
        .extracting(Finding::code)
        .contains(FindingCode.SETTINGS_FROM_GIT_INFO);
    assertThat(hierarchy.controlPlanes().settings("hub").tools().disabled()).hasSize(1);
  }

  private static final String VALUES =
      """
      configs:
        cm:
          create: true
          kustomize.buildOptions: "--enable-helm"
        params: {controller.diff.server.side: true, reposerver.include.hidden.directories: true}
      """;

  private static String argo(String source) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: argo-cd, namespace: argocd}
    spec:
      project: default
      destination: {name: in-cluster, namespace: argocd}
    """
        + source.formatted(URL).indent(2);
  }

  /** By a chart of a Helm repository, by a kustomization, by a chart that depends on it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sources: [{repoURL: "https://charts.example.com", chart: argo-cd, targetRevision: 9.5.15, helm: {ignoreMissingValueFiles: true, valueFiles: [$v/none/values.yaml, $v/argo/values.yaml]}}, {repoURL: "%s", targetRevision: main, ref: v}] | argo/values.yaml:4
          source: {repoURL: "oci.example.com/x", chart: argo-helm/argo-cd, targetRevision: 9.5.15, helm: {valuesObject: {configs: {cm: {kustomize.buildOptions: "--enable-helm"}}}}} | deps/argo.yaml:7
          source: {repoURL: "%s", path: argo-kustomize, targetRevision: main} | argo/values.yaml:4
          source: {repoURL: "%s", path: argo-chart, targetRevision: main, helm: {values: "argo-cd: {configs: {cm: {kustomize.buildOptions: --enable-helm}}}", valueFiles: [ours.yaml]}} | deps/argo.yaml
          source: {repoURL: "%s", path: argo-chart, targetRevision: main} | argo-chart/values.yaml:1
          """)
  void theValuesOfArgoCdsOwnChartSetItThoughNobodyHasTheChart(String source, String place)
      throws Exception {
    GitFixture fixture =
        hub("argocd", argo(source))
            .file("deps/argo.yaml", argo(source))
            .delete("deps/cm.yaml")
            .file("argo/values.yaml", VALUES)
            .file(
                "argo-kustomize/kustomization.yaml",
                "helmCharts: [{name: argo-cd, repo: https://charts.example.com, version: 9.5.15,"
                    + " valuesFile: ../argo/values.yaml}]\n")
            .file(
                "argo-chart/Chart.yaml",
                "apiVersion: v2\nname: argo\nversion: 1.0.0\ndependencies: [{name: argo-cd,"
                    + " version: 9.5.15, repository: https://charts.example.com}]\n")
            .file(
                "argo-chart/values.yaml",
                "argo-cd: {configs: {cm: {kustomize.buildOptions: --enable-helm}}}\n")
            .file(
                "argo-chart/ours.yaml",
                "argo-cd: {configs: {cm: {kustomize.buildOptions: --nothing}}}\n")
            .commit("Argo CD itself");
    Settings settings = resolve("", fixture).controlPlanes().settings("hub");
    assertThat(settings.tools().kustomizeBuildOptions()).isEqualTo("--enable-helm");
    assertThat(settings.found()).containsEntry("kustomize.buildOptions", place + " of " + URL);
    assertThat(settings.generation().hiddenDirectories())
        .as("a value that is no text")
        .isEqualTo(place.startsWith("argo/"));
  }

  @Test
  void theWorkspaceIsRight() throws Exception {
    Hierarchy hierarchy =
        resolve(
            "settings: {kustomize.enable: 'true'}",
            hub("argocd", CONFIGURATION.formatted("argocd")));
    assertThat(node(hierarchy, "app").sources().getFirst().type().text()).isEqualTo("Kustomize");
    assertThat(node(hierarchy, "app").certainty()).isEqualTo(Certainty.EXACT);
  }

  @Test
  void theConfigurationOfAnotherNamespaceIsAnotherArgoCds() throws Exception {
    Hierarchy hierarchy = resolve("", hub("argocd", CONFIGURATION.formatted("team-argo")));
    assertThat(node(hierarchy, "app").sources().getFirst().type().text()).isEqualTo("Kustomize");
  }

  @Test
  void theOperatorsResourceSaysWhereArgoCdRunsAndWhatItWatches() throws Exception {
    String operator =
        """
        apiVersion: argoproj.io/v1beta1
        kind: ArgoCD
        metadata: {name: argocd, namespace: gitops}
        spec: {sourceNamespaces: ["team-*"]}
        ---
        """
            + application("team", "team-a", "app", "name: in-cluster");
    Hierarchy hierarchy = resolve("", hub("gitops", operator));
    assertThat(node(hierarchy, "app").dormant()).isEmpty();
    HierarchyNode team = node(hierarchy, "team");
    assertThat(team.dormant()).isEmpty();
    assertThat(team.certainty().why())
        .containsExactly("application.namespaces as in deps/cm.yaml:4 of " + URL);
  }

  @Test
  void openshiftsNamespaceIsTakenWhenEveryRootIsThere() throws Exception {
    Hierarchy hierarchy = resolve("", hub("openshift-gitops", "{}"));
    assertThat(node(hierarchy, "app").dormant()).isEmpty();
    assertThat(hierarchy.controlPlanes().settings("hub").namespace()).isEqualTo("openshift-gitops");
  }

  @Test
  void aClusterSecretMakesItsClusterKnown() throws Exception {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: spoke
          namespace: argocd
          labels: {argocd.argoproj.io/secret-type: cluster}
        stringData: {name: spoke-1, server: "https://spoke:6443"}
        ---
        """;
    Hierarchy hierarchy =
        resolve(
            "",
            hub(
                "argocd",
                secret
                    + application("known", "argocd", "app", "name: spoke-1")
                    + "---\n"
                    + application("unknown", "argocd", "app", "name: spoke-2")));
    assertThat(node(hierarchy, "known").findings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.UNKNOWN_CLUSTER_WARNING);
    assertThat(node(hierarchy, "unknown").findings())
        .extracting(Finding::message)
        .contains("there are no clusters with this name: spoke-2");
  }
}
