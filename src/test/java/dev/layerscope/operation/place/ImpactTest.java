package dev.layerscope.operation.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change to a place reaches, wherever it is read from. */
class ImpactTest {
  private static final String CONFIG =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: base}\n";

  @TempDir private Path folder = Path.of(".");

  private final GitFixture cluster =
      Estate.cluster("")
          .file("deps/plain.yaml", Estate.application("plain", Estate.TEAM, "plain", ""))
          .file("deps/one.yaml", Estate.application("one", Estate.TEAM, "sites/one", ""))
          .file("deps/two.yaml", Estate.application("two", Estate.TEAM, "sites/two", ""))
          .file(
              "deps/set.yaml",
              """
              apiVersion: argoproj.io/v1alpha1
              kind: ApplicationSet
              metadata: {name: sites, namespace: argocd}
              spec:
                generators:
                - git:
                    repoURL: %s
                    revision: dev
                    files: [{path: "clusters/*/site.yaml"}]
                template:
                  metadata: {name: "site-{{name}}"}
                  spec:
                    project: default
                    source: {repoURL: "%s", path: plain, targetRevision: dev}
                    destination: {name: in-cluster}
              """
                  .formatted(Estate.TEAM, Estate.TEAM))
          .file(
              "deps/charted.yaml",
              """
              apiVersion: argoproj.io/v1alpha1
              kind: Application
              metadata: {name: charted, namespace: argocd}
              spec:
                project: default
                sources:
                - repoURL: https://charts.example.com
                  chart: gateway
                  targetRevision: 1.2.3
                  helm:
                    valueFiles: [$values/values/gateway.yaml, "$values/values/*-extra.yaml"]
                    fileParameters: [{name: cert, path: $values/certificates/gateway.pem}]
                - {repoURL: "%s", targetRevision: dev, ref: values}
                destination: {name: in-cluster}
              """
                  .formatted(Estate.TEAM))
          .commit("Begin");

  private final GitFixture team =
      GitFixture.repo(Estate.TEAM)
          .defaultBranch("dev")
          .file("plain/config.yaml", CONFIG)
          .file("base/kustomization.yaml", "resources: [config.yaml]\n")
          .file("base/config.yaml", CONFIG)
          .file("shared/patch.yaml", CONFIG.replace("base", "patched"))
          .file("sites/one/kustomization.yaml", "resources: [../../base]\n")
          .file(
              "sites/two/kustomization.yaml",
              "resources: [../../base]\ncomponents: [../../shared]\n")
          .file(
              "shared/kustomization.yaml",
              """
              apiVersion: kustomize.config.k8s.io/v1alpha1
              kind: Component
              patches: [{path: patch.yaml}]
              """)
          .file("clusters/lab/site.yaml", "name: lab\n")
          .file("clusters/lab/notes.md", "nothing\n")
          .file("notes.md", "nothing\n")
          .file("values/gateway.yaml", "replicas: 2\n")
          .file("values/other.yaml", "replicas: 2\n")
          .file("values/lab-extra.yaml", "{}\n")
          .file("certificates/gateway.pem", "x\n")
          .commit("Begin")
          .branch("dev");

  private List<String> reached(String path) throws Exception {
    try (Opened opened = Estate.open(folder, cluster.branch("dev"), team)) {
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      Impact impact =
          Impact.ofPath(
              hierarchy,
              Traces.of(opened, hierarchy),
              new RepoUrl(Estate.TEAM),
              path,
              Progress.SILENT);
      assertThat(impact.unsure()).isEmpty();
      return impact.reached().stream().map(NodeId::name).sorted().toList();
    }
  }

  @Test
  void aPatchFromElsewhereReachesWhoeverTakesIt() throws Exception {
    assertThat(reached("shared/patch.yaml")).containsExactly("two");
    assertThat(reached("shared")).containsExactly("two");
  }

  @Test
  void aBaseReachesAllThatBuildUponIt() throws Exception {
    assertThat(reached("base/kustomization.yaml")).containsExactly("one", "two");
  }

  @Test
  void aFileOfAGeneratorReachesTheSetAndWhatItMakes() throws Exception {
    assertThat(reached("clusters/lab/site.yaml")).containsExactly("site-lab", "sites");
    assertThat(reached("clusters/lab")).containsExactly("site-lab", "sites");
    assertThat(reached("clusters/new/site.yaml")).containsExactly("site-lab", "sites");
  }

  @Test
  void whatNobodyReadsReachesNothing() throws Exception {
    assertThat(reached("notes.md")).isEmpty();
    assertThat(reached("clusters/lab/notes.md")).isEmpty();
  }

  @Test
  void aChartNobodyHasIsReachedByTheFilesItTakesFromOthersAlone() throws Exception {
    assertThat(reached("values/gateway.yaml")).containsExactly("charted");
    assertThat(reached("values/lab-extra.yaml")).containsExactly("charted");
    assertThat(reached("certificates")).containsExactly("charted");
    assertThat(reached("values")).containsExactly("charted");
    assertThat(reached("values/other.yaml")).isEmpty();
  }

  @Test
  void theOwnFolderIsReachedAsBefore() throws Exception {
    assertThat(reached("plain/config.yaml")).containsExactly("plain", "site-lab");
  }
}
