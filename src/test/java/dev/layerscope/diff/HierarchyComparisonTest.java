package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.hierarchy.HierarchyComparison;
import dev.layerscope.diff.hierarchy.Side;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.ApplicationRenderer;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.OnePlane;
import dev.layerscope.hierarchy.Resolver;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HierarchyComparisonTest {
  private static final String URL = "https://git.example.com/platform/estate.git";

  private static String application(String name, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      source: {repoURL: "%s", path: "%s"}
      destination: {server: "https://kubernetes.default.svc"}
    """
        .formatted(name, URL, path);
  }

  private static final ControlPlanes PLANES = new OnePlane();

  private static Side side(GitFixture fixture) {
    Repositories repositories = GitFixture.repositories(fixture);
    var root =
        new Root(
            "east",
            "east",
            "east",
            "argocd",
            Set.of(),
            new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.empty(), "root.yaml"));
    var input =
        new Resolver.Input(
            List.of(root), repositories, PLANES, RepoUrl::shortName, RevisionPolicy.AS_DECLARED);
    Hierarchy hierarchy =
        new Resolver(input, new ApplicationRenderer(repositories)).resolve(Progress.SILENT);
    return new Side(hierarchy);
  }

  private static GitFixture estate() {
    return GitFixture.repo(URL)
        .file("root.yaml", application("top", "deps"))
        .file("deps/a.yaml", application("a", "a"))
        .file("deps/b.yaml", application("b", "b"))
        .file("b/c.yaml", application("c", "none"));
  }

  private static Change changeOf(List<ApplicationChange> changes, String name) {
    return changes.stream()
        .filter(c -> c.node().name().equals(name))
        .findFirst()
        .orElseThrow()
        .change();
  }

  @Test
  void equalSidesAreTheSame() {
    assertThat(HierarchyComparison.compare(side(estate().commit("x")), side(estate().commit("x"))))
        .extracting(ApplicationChange::change)
        .containsOnly(Change.SAME);
  }

  @Test
  void whatOnlyOneSideDeclaresIsAddedOrRemoved() {
    List<ApplicationChange> changes =
        HierarchyComparison.compare(
            side(estate().commit("x")),
            side(
                estate()
                    .delete("b/c.yaml")
                    .file("b/kept.yaml", "kind: ConfigMap\nmetadata: {name: kept}\n")
                    .file("deps/d.yaml", application("d", "other"))
                    .commit("y")));
    assertThat(changeOf(changes, "c")).isEqualTo(Change.REMOVED);
    assertThat(changeOf(changes, "d")).isEqualTo(Change.ADDED);
  }

  @Test
  void anotherParentIsAMove() {
    List<ApplicationChange> changes =
        HierarchyComparison.compare(
            side(estate().commit("x")),
            side(
                estate()
                    .delete("b/c.yaml")
                    .file("a/c.yaml", application("c", "none"))
                    .commit("y")));
    assertThat(changeOf(changes, "c")).isEqualTo(Change.MOVED);
  }

  @Test
  void whatIsMissingBelowSomethingThatCouldNotBeLookedIntoIsUnknown() {
    String elsewhere = application("b", "b").replace(URL, "https://elsewhere.example.com/x.git");
    List<ApplicationChange> changes =
        HierarchyComparison.compare(
            side(estate().commit("x")), side(estate().file("deps/b.yaml", elsewhere).commit("y")));
    assertThat(changeOf(changes, "c")).isEqualTo(Change.UNKNOWN);
  }

  @Test
  void everythingBelowARootThatCouldNotBeReadIsUnknown() {
    List<ApplicationChange> changes =
        HierarchyComparison.compare(
            side(estate().commit("x")), side(estate().delete("root.yaml").commit("y")));
    assertThat(changes).extracting(ApplicationChange::change).containsOnly(Change.UNKNOWN);
  }

  @Test
  void theSameSourceUnderAnotherNameIsARename() {
    List<ApplicationChange> changes =
        HierarchyComparison.compare(
            side(estate().commit("x")),
            side(
                estate()
                    .delete("b/c.yaml")
                    .file("b/d.yaml", application("d", "none"))
                    .commit("y")));
    ApplicationChange renamed =
        changes.stream().filter(c -> c.node().name().equals("d")).findFirst().orElseThrow();
    assertThat(renamed.change()).isEqualTo(Change.MOVED);
    assertThat(renamed.renamedFrom().orElseThrow().name()).isEqualTo("c");
    assertThat(renamed.risks())
        .extracting(Risk::kind)
        .containsExactly(Risk.Kind.APPLICATION_RENAMED);
    assertThat(renamed.risks().getFirst().words()).contains("delete and create");
  }

  @Test
  void whatHangsBelowARenamedParentHasNotMoved() {
    List<ApplicationChange> changes =
        HierarchyComparison.compare(
            side(estate().commit("x")),
            side(
                estate()
                    .delete("deps/b.yaml")
                    .file("deps/bee.yaml", application("bee", "b"))
                    .commit("y")));
    assertThat(changeOf(changes, "bee")).isEqualTo(Change.MOVED);
    assertThat(changeOf(changes, "c")).isEqualTo(Change.SAME);
  }

  @Test
  void anotherRevisionIsARetarget() {
    String pinned = application("b", "b").replace("path: \"b\"", "path: b, targetRevision: HEAD");
    ApplicationChange change =
        HierarchyComparison.compare(
                side(estate().commit("x")), side(estate().file("deps/b.yaml", pinned).commit("y")))
            .stream()
            .filter(c -> c.node().name().equals("b"))
            .findFirst()
            .orElseThrow();
    assertThat(change.retargeted()).isTrue();
  }
}
