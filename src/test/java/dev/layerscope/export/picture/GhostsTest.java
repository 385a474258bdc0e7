package dev.layerscope.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.ApplicationRenderer;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.OnePlane;
import dev.layerscope.hierarchy.Resolver;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What moved to another parent leaves a ghost where it was, and the layout keeps its place free.
 */
class GhostsTest {
  private static final String URL = "https://git.example.com/clusters/east.git";

  private static final ControlPlanes PLANES = new OnePlane();

  private final Hierarchy before =
      resolve(estate().file("a/c.yaml", application("wanderer", "none")).commit("Before"));
  private final Hierarchy now =
      resolve(estate().file("b/c.yaml", application("wanderer", "none")).commit("Now"));
  private final NodeId wanderer = named("wanderer");
  private final Ghosts ghosts = Ghosts.of(before, now, List.of(wanderer));
  private final TreePicture picture = TreePicture.of(now, now.roots().getFirst());

  private static GitFixture estate() {
    return GitFixture.repo(URL)
        .file("root.yaml", application("top", "deps"))
        .file("deps/a.yaml", application("a", "a"))
        .file("deps/b.yaml", application("b", "b"))
        .file("a/d.yaml", application("d", "none"));
  }

  private static String application(String name, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: "%s", namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: "%s", targetRevision: main}
      destination: {name: in-cluster, namespace: x}
    """
        .formatted(name, URL, path);
  }

  private static Hierarchy resolve(GitFixture fixture) {
    var root =
        new Root(
            "east",
            "east",
            "east",
            "argocd",
            Set.of(),
            new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), "root.yaml"));
    Repositories repositories = GitFixture.repositories(fixture);
    var input =
        new Resolver.Input(
            List.of(root), repositories, PLANES, RepoUrl::shortName, RevisionPolicy.AS_DECLARED);
    return new Resolver(input, new ApplicationRenderer(repositories)).resolve(Progress.SILENT);
  }

  private NodeId named(String name) {
    return now.nodes().stream()
        .filter(node -> node.id().name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Sheet open() {
    return Sheet.of(picture, at -> true, at -> true, ghosts);
  }

  @Test
  void whatMovedLeavesAGhostAtItsOldParentAlone() {
    assertThat(ghosts.left()).containsOnlyKeys(named("a"));
    assertThat(ghosts.left().get(named("a"))).containsExactly(wanderer);
  }

  @Test
  void itsPlaceIsKeptFree() {
    Sheet sheet = open();
    assertThat(sheet.ghosts()).hasSize(1);
    Sheet.Ghost ghost = sheet.ghosts().getFirst();
    assertThat(ghost.from().index()).isEqualTo(picture.indexOf(named("a")));
    var boxes = new ArrayList<Rectangle>(sheet.cards().stream().map(Sheet.Card::box).toList());
    assertThat(boxes).noneMatch(box -> box.intersects(ghost.box()));
    assertThat(ghost.box().height())
        .as("a note is lower than a card")
        .isLessThan(sheet.cards().getFirst().box().height());
    assertThat(ghost.box().bottom()).isLessThanOrEqualTo(sheet.height());
  }

  @Test
  void aClosedParentAndAFilterHideIt() {
    assertThat(Sheet.of(picture, at -> false, at -> true, ghosts).ghosts()).isEmpty();
    int moved = picture.indexOf(wanderer);
    assertThat(Sheet.of(picture, at -> true, at -> at != moved, ghosts).ghosts()).isEmpty();
  }

  @Test
  void itSaysWhatWasThereAndWhereThatHangsNow() {
    var drawing = new Drawing(new Words(new FontTables()));
    new GraphPainter(drawing)
        .paint(open(), new Camera(), GraphPainter.View.still(LayerLooks.of(now)), 2000, 2000);
    assertThat(Svg.print(drawing, "ghost")).contains("wanderer was here", "moved to b");
  }

  @Test
  void whatDidNotMoveLeavesNothing() {
    assertThat(Ghosts.of(before, now, List.of(named("d"))).left()).isEmpty();
  }
}
