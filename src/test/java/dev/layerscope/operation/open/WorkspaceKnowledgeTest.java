package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person knows and git does not: samples for generators, kinds, operators. */
class WorkspaceKnowledgeTest {
  private static final String URL = "https://git.example.com/clusters/hub.git";
  private static final String PREVIEWS =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: previews, namespace: argocd}
      spec:
        goTemplate: true
        generators: [{pullRequest: {github: {owner: acme, repo: shop}}}]
        template:
          metadata: {name: "preview-{{.number}}"}
          spec:
            project: default
            source: {repoURL: "https://git.example.com/clusters/hub.git", path: app, targetRevision: "{{.branch}}"}
            destination: {name: in-cluster, namespace: "p{{.number}}"}
      """;
  private static final String WIDGET =
      "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n";

  @TempDir private Path folder = Path.of(".");

  private Hierarchy resolve(String keys, String name, String text) throws Exception {
    GitFixture git =
        GitFixture.repo(URL)
            .file(
                "root.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: top, namespace: argocd}
                spec:
                  project: default
                  source: {repoURL: "%s", path: deps, targetRevision: main}
                  destination: {name: in-cluster, namespace: here}
                """
                    .formatted(URL))
            .file("deps/" + name, text)
            .file("app/cm.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n")
            .commit("All");
    Workspace workspace = workspace(keys);
    Access access = new Access.Available(git.url(), git.clone());
    var opened = new Opened(workspace, new OpenRepositories(workspace, List.of(access)));
    return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
  }

  private Workspace workspace(String keys) throws Exception {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: hub
        repositories: [{url: "%s"}]
        roots: [{name: hub, repoURL: "%s", revision: main, path: root.yaml}]
        %s
        """
            .formatted(URL, URL, keys));
    return WorkspaceFile.read(folder);
  }

  private static List<String> names(Hierarchy hierarchy) {
    return hierarchy.nodes().stream().map(HierarchyNode::name).toList();
  }

  private static List<FindingCode> codes(Hierarchy hierarchy) {
    return hierarchy.nodes().stream()
        .flatMap(node -> node.findings().stream())
        .map(finding -> finding.code())
        .toList();
  }

  @Test
  void samplesStandInForAGeneratorThatNeedsANetwork() throws Exception {
    String sample = "[{number: '7', branch: main}, {number: '8', branch: main}]";
    for (String name : List.of("previews", "argocd/previews", "hub//argocd/previews")) {
      String keys = "samples: [{applicationSet: %s, parameters: %s}]".formatted(name, sample);
      Hierarchy hierarchy = resolve(keys, "set.yaml", PREVIEWS);
      assertThat(names(hierarchy)).contains("preview-7", "preview-8");
      HierarchyNode set =
          hierarchy.nodes().stream()
              .filter(node -> node.kind() == NodeKind.APPLICATION_SET)
              .findFirst()
              .orElseThrow();
      assertThat(set.certainty())
          .isEqualTo(
              Certainty.assumed(
                  "the pullRequest generator needs more than git; the workspace gives sample"
                      + " parameters"));
    }
  }

  @Test
  void samplesOfAnotherSetChangeNothing() throws Exception {
    String keys = "samples: [{applicationSet: other/previews, parameters: [{number: '7'}]}]";
    assertThat(names(resolve(keys, "set.yaml", PREVIEWS))).containsExactly("top", "previews");
  }

  @Test
  void aKindThatAPersonSaysIsClusterScopedHasNoNamespace() throws Exception {
    assertThat(namespaceOf(resolve("", "w.yaml", WIDGET))).isEqualTo("here");
    String keys = "kinds: [{group: example.com, kind: Widget, scope: Cluster}]";
    assertThat(namespaceOf(resolve(keys, "w.yaml", WIDGET))).isEmpty();
  }

  private static String namespaceOf(Hierarchy hierarchy) {
    return hierarchy.nodes().iterator().next().objects().getFirst().key().namespace();
  }

  @Test
  void aKindThatTheClustersHaveNeedsNobodyToDeliverIt() throws Exception {
    assertThat(codes(resolve("", "w.yaml", WIDGET)))
        .contains(FindingCode.MISSING_DEFINITION_WARNING);
    String keys = "kinds: [{group: example.com, kind: Widget, scope: Namespaced, provided: true}]";
    assertThat(codes(resolve(keys, "w.yaml", WIDGET)))
        .doesNotContain(FindingCode.MISSING_DEFINITION_WARNING);
  }

  @Test
  void whatAClusterPrintsOfItsDefinitionsIsTakenOver() throws Exception {
    Files.writeString(
        folder.resolve("crds.yaml"),
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: apiextensions.k8s.io/v1
          kind: CustomResourceDefinition
          metadata: {name: widgets.example.com}
          spec: {group: example.com, scope: Cluster, names: {kind: Widget, plural: widgets}}
        """);
    Hierarchy hierarchy = resolve("kinds: [{definitions: crds.yaml}]", "w.yaml", WIDGET);
    assertThat(namespaceOf(hierarchy)).isEmpty();
    assertThat(codes(hierarchy)).doesNotContain(FindingCode.MISSING_DEFINITION_WARNING);
  }

  @Test
  void anOperatorThatAPersonWritesDownBringsItsKinds() throws Exception {
    String both =
        WIDGET
            + "---\napiVersion: operators.coreos.com/v1alpha1\nkind: Subscription\n"
            + "metadata: {name: s}\nspec: {name: widget-operator}\n";
    String keys = "operators: [{package: widget-operator, groups: [example.com]}]";
    assertThat(codes(resolve(keys, "w.yaml", both))).contains(FindingCode.DEFINITION_RACE_WARNING);
    assertThat(codes(resolve("", "w.yaml", both)))
        .doesNotContain(FindingCode.DEFINITION_RACE_WARNING);
  }

  @Test
  void whatCannotBeMeantIsRefusedWithTheRightWords() {
    refuses("helm: mine", "helm is either built-in or installed, not “mine”.");
    refuses("kinds: [{group: a, kind: B, scope: both}]", "either Cluster or Namespaced");
    refuses("kinds: [{group: a, kind: B}]", "an entry of kinds lacks the key “scope”");
    refuses("kinds: [{definitions: none.yaml}]", "kinds names none.yaml, which cannot be read");
    refuses("samples: [{parameters: []}]", "an entry of samples lacks the key “applicationSet”");
    refuses("operators: [{groups: []}]", "an entry of operators lacks the key “package”");
  }

  private void refuses(String keys, String said) {
    assertThatThrownBy(() -> workspace(keys))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining(said);
  }
}
