package dev.layerscope.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private static final String URL = "https://git.example.com/platform/estate.git";

  private static String application(String name, String path, String more) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: "%s", targetRevision: main}
      destination: {server: "https://kubernetes.default.svc"%s}
    """
        .formatted(name, URL, path, more);
  }

  private static Root root(String name, String path) {
    var bootstrap = new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), path);
    return new Root(name, name, name, "argocd", Set.of(), bootstrap);
  }

  private static Hierarchy resolve(GitFixture repository, Root... roots) {
    var planes = new OwnPlanes();
    var repositories = GitFixture.repositories(repository);
    var input =
        new Resolver.Input(
            List.of(roots), repositories, planes, RepoUrl::shortName, RevisionPolicy.AS_DECLARED);
    return new Resolver(input, new ApplicationRenderer(repositories)).resolve(Progress.SILENT);
  }

  private static HierarchyNode named(Hierarchy hierarchy, String name) {
    return hierarchy.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<FindingCode> codes(HierarchyNode node) {
    return node.findings().stream().map(Finding::code).toList();
  }

  @Test
  void everyEdgeKnowsTheFileAndLineOfItsDeclaration() {
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("top", "deps", ""))
                .file(
                    "deps/both.yaml",
                    "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c}\n---\n"
                        + application("child", "none", ""))
                .commit("All"),
            root("east", "root.yaml"));
    Edge edge = hierarchy.declarationsOf(named(hierarchy, "child").id()).getFirst();
    assertThat(edge.declaredIn().pathAndLine()).isEqualTo("deps/both.yaml:5");
    assertThat(edge.how()).isEqualTo(How.PLAIN);
    assertThat(hierarchy.pathTo(hierarchy.roots().getFirst(), edge.to())).hasSize(2);
  }

  @Test
  void theSameNameOnTwoClustersIsTwoNodesAndNoFinding() {
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("logging", "deps", ""))
                .file(
                    "deps/x.yaml",
                    "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c, namespace: d}\n")
                .commit("All"),
            root("east", "root.yaml"),
            root("west", "root.yaml"));
    assertThat(hierarchy.nodes()).hasSize(2);
    assertThat(hierarchy.findings()).isEmpty();
  }

  @Test
  void oneApplicationFromTwoParentsIsOneNodeTwoEdgesOneFinding() {
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("top", "deps", ""))
                .file("deps/a.yaml", application("left", "shared", ""))
                .file("deps/b.yaml", application("right", "shared", ""))
                .file("shared/logging.yaml", application("logging", "empty", ""))
                .file("empty/x.txt", "")
                .commit("All"),
            root("east", "root.yaml"));
    HierarchyNode logging = named(hierarchy, "logging");
    assertThat(hierarchy.declarationsOf(logging.id())).hasSize(2);
    assertThat(codes(logging)).containsExactly(FindingCode.SHARED_APPLICATION_WARNING);
  }

  @Test
  void aCircleEndsAndIsToldOnce() {
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("a", "a", ""))
                .file("a/b.yaml", application("b", "b", ""))
                .file("b/a.yaml", application("a", "a", ""))
                .commit("All"),
            root("east", "root.yaml"));
    assertThat(hierarchy.nodes()).hasSize(2);
    assertThat(hierarchy.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.APPLICATION_CYCLE_WARNING);
  }

  @Test
  void anApplicationThatDeclaresItselfIsSelfManaged() {
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("apps/top.yaml", application("top", "apps", ""))
                .commit("All"),
            root("east", "apps/top.yaml"));
    assertThat(codes(named(hierarchy, "top"))).containsExactly(FindingCode.SELF_MANAGED_INFO);
  }

  @Test
  void aChildTakesTheNamespaceItsParentDeliversTo() {
    String child = application("child", "none", "").replace(", namespace: argocd}", "}");
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("top", "deps", ", namespace: argocd"))
                .file("deps/child.yaml", child)
                .commit("All"),
            root("east", "root.yaml"));
    assertThat(named(hierarchy, "child").id().namespace()).isEqualTo("argocd");
    assertThat(named(hierarchy, "child").certainty()).isEqualTo(Certainty.EXACT);
  }

  @Test
  void aChildInANamespaceNobodyWatchesIsDormantAndHasNoChildren() {
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("top", "deps", ""))
                .file(
                    "deps/lost.yaml",
                    application("lost", "more", "")
                        .replace("namespace: argocd", "namespace: nowhere"))
                .file("more/x.yaml", application("never", "none", ""))
                .commit("All"),
            root("east", "root.yaml"));
    assertThat(named(hierarchy, "lost").dormant()).isPresent();
    assertThat(codes(named(hierarchy, "lost"))).contains(FindingCode.UNWATCHED_NAMESPACE_WARNING);
    assertThat(hierarchy.nodes()).extracting(HierarchyNode::name).doesNotContain("never");
  }

  @Test
  void whatIsDeliveredToAClusterWithoutArgoCdIsDrawnDormant() {
    String parent =
        application("top", "deps", "")
            .replace("server: \"https://kubernetes.default.svc\"", "name: edge-17");
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", parent)
                .file("deps/c.yaml", application("child", "none", ""))
                .commit("All"),
            root("east", "root.yaml"));
    assertThat(named(hierarchy, "child").dormant())
        .contains("delivered to edge-17, no Argo CD known there");
  }

  @Test
  void aMissingPathIsAFindingAndTheRestStands() {
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("top", "deps", ""))
                .file("deps/a.yaml", application("broken", "gone", ""))
                .file("deps/b.yaml", application("fine", "deps/x", ""))
                .file(
                    "deps/x/c.yaml",
                    "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c, namespace: d}\n")
                .commit("All"),
            root("east", "root.yaml"));
    assertThat(codes(named(hierarchy, "broken"))).containsExactly(FindingCode.MISSING_PATH_ERROR);
    assertThat(named(hierarchy, "broken").unresolved()).isPresent();
    assertThat(named(hierarchy, "fine").rendered().total()).isEqualTo(1);
  }

  @Test
  void aRootThatCannotBeReadIsUnknownAndNotEmpty() {
    Hierarchy hierarchy =
        resolve(GitFixture.repo(URL).file("x", "").commit("All"), root("east", "nowhere.yaml"));
    assertThat(hierarchy.roots().getFirst().unknown()).isPresent();
    assertThat(hierarchy.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.ROOT_UNREADABLE_ERROR);
  }

  @Test
  void aRepositoryOutsideTheWorkspaceMakesAnOpaqueLeaf() {
    String elsewhere =
        application("away", "x", "").replace(URL, "https://elsewhere.example.com/x.git");
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL).file("root.yaml", elsewhere).commit("All"),
            root("east", "root.yaml"));
    assertThat(named(hierarchy, "away").certainty().level()).isEqualTo(Certainty.Level.OPAQUE);
    assertThat(codes(named(hierarchy, "away")))
        .containsExactly(FindingCode.UNKNOWN_REPOSITORY_WARNING);
  }

  @Test
  void anApplicationsProjectIsTheOneInTheControlPlanesNamespace() {
    String project =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: shop, namespace: %s}
        spec: {sourceRepos: ["%s"], destinations: [{server: "*", namespace: shop}]}
        ---
        """;
    Hierarchy hierarchy =
        resolve(
            GitFixture.repo(URL)
                .file("root.yaml", application("top", "deps", ""))
                .file(
                    "deps/a.yaml",
                    project.formatted("argocd", "https://right")
                        + project.formatted("elsewhere", "https://wrong")
                        + application("mine", "none", "")
                            .replace("project: default", "project: shop")
                        + "---\n"
                        + application("lost", "none", "")
                            .replace("project: default", "project: gone"))
                .commit("All"),
            root("east", "root.yaml"));
    AttachedProject mine = AttachedProject.of(hierarchy, named(hierarchy, "mine")).orElseThrow();
    assertThat(mine.project().sourceRepos()).containsExactly("https://right");
    assertThat(mine.node()).isPresent();
    assertThat(mine.certainty()).isEqualTo(Certainty.EXACT);
    assertThat(AttachedProject.of(hierarchy, named(hierarchy, "lost"))).isEmpty();
    AttachedProject made = AttachedProject.of(hierarchy, named(hierarchy, "top")).orElseThrow();
    assertThat(made.project().sourceRepos()).containsExactly("*");
    assertThat(made.certainty().level()).isEqualTo(Certainty.Level.ASSUMED);
  }
}
