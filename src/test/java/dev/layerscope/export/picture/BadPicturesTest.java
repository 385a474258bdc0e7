package dev.layerscope.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.hierarchy.ApplicationRenderer;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.OnePlane;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.Resolver;
import dev.layerscope.hierarchy.RevisionPolicy;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Estates that nobody would draw by hand: the picture stays readable and nothing overlaps. */
class BadPicturesTest {
  private static final String URL = "https://git.example.com/clusters/east.git";

  private static final ControlPlanes PLANES = new OnePlane();

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

  private static Hierarchy hierarchy(GitFixture fixture) {
    return resolve(fixture.commit("Begin"), "root.yaml");
  }

  private static Hierarchy resolve(GitFixture fixture, String manifest) {
    var root =
        new Root(
            "east",
            "east",
            "east",
            "argocd",
            Set.of(),
            new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), manifest));
    Repositories repositories = GitFixture.repositories(fixture);
    var input =
        new Resolver.Input(
            List.of(root), repositories, PLANES, RepoUrl::shortName, RevisionPolicy.AS_DECLARED);
    return new Resolver(input, new ApplicationRenderer(repositories)).resolve(Progress.SILENT);
  }

  private static Sheet everythingOpen(Hierarchy hierarchy) {
    ResolvedRoot root = hierarchy.roots().getFirst();
    return Sheet.of(TreePicture.of(hierarchy, root), at -> true);
  }

  private static void nothingOverlaps(Sheet sheet) {
    List<Rectangle> boxes = new ArrayList<>(sheet.cards().stream().map(Sheet.Card::box).toList());
    boxes.sort((a, b) ->
        Double.compare(a.x(), b.x()) != 0
            ? Double.compare(a.x(), b.x())
            : Double.compare(a.y(), b.y()));
    for (int i = 1; i < boxes.size(); i++) {
      Rectangle before = boxes.get(i - 1);
      Rectangle box = boxes.get(i);
      boolean apart = box.x() >= before.right() || box.y() >= before.bottom() + 8;
      assertThat(apart).as("%s and %s", before, box).isTrue();
    }
  }

  @Test
  void whatHasNoNameSaysSo() {
    GitFixture fixture =
        GitFixture.repo(URL)
            .file("root.yaml", application("top", "deps"))
            .file("deps/a.yaml", application("", "missing"));
    Sheet sheet = everythingOpen(hierarchy(fixture));
    assertThat(sheet.cards())
        .extracting(card -> CardFace.of(sheet.picture(), card.index()).name())
        .containsExactly("top", "(no name)");
  }

  @Test
  void aRootThatCannotBeReadIsDashedInTheFleetAndCountsNothing() {
    Hierarchy hierarchy =
        resolve(GitFixture.repo(URL).file("a.yaml", "a: b\n").commit("Begin"), "nowhere.yaml");
    MapPicture fleet = MapBuilder.fleet(hierarchy, LayerLooks.of(hierarchy));
    assertThat(fleet.boxes())
        .singleElement()
        .satisfies(box -> assertThat(box.isUnknown()).isTrue());
    var drawing = new Drawing(new Words(new FontTables()));
    new MapPainter(drawing).paint(fleet, new Camera(), MapPainter.View.still(), 800, 600);
    assertThat(Svg.print(drawing, "fleet")).contains(">east<", ">?<").doesNotContain(">0<");
  }

  @Test
  void tenThousandBelowOneParentAreOnePictureOfAWindowsShape() {
    GitFixture fixture = GitFixture.repo(URL).file("root.yaml", application("top", "deps"));
    fixture.file("deps/all.yaml", many(10_000));
    Hierarchy hierarchy = hierarchy(fixture);
    TreePicture picture = TreePicture.of(hierarchy, hierarchy.roots().getFirst());
    assertThat(picture.size()).isEqualTo(10_001);

    Sheet open = Sheet.of(picture, at -> true);
    assertThat(open.cards()).hasSize(10_001);
    nothingOverlaps(open);
    assertThat(open.width() / open.height()).isBetween(1.0, 2.5);
    assertThat(Opening.readable(picture, 1100, 700))
        .as("a root alone tells nothing: the first of its children can be read")
        .containsExactly(picture.node(0).id());
  }

  /** A line that came out of a sibling would say that the sibling declares its neighbour. */
  @Test
  void noLineLeavesACardThatDeclaresNothing() {
    Sheet sheet = star(40);
    var drawing = new Drawing(new Words(new FontTables()));
    var view = GraphPainter.View.still(LayerLooks.of(sheet.picture().hierarchy()));
    new GraphPainter(drawing).paint(sheet, new Camera(), view, sheet.width(), sheet.height());

    List<Drawing.Box> across =
        drawing.strokes().stream()
            .filter(Drawing.Box.class::isInstance)
            .map(Drawing.Box.class::cast)
            .filter(box -> box.h() == 1 && box.tone() == Tone.EDGE)
            .toList();
    assertThat(sheet.cards().stream().skip(1))
        .allSatisfy(card -> {
          double right = card.box().right();
          assertThat(across)
              .noneMatch(line ->
                  line.y() > card.box().y()
                      && line.y() < card.box().bottom()
                      && line.x() <= right + 2
                      && line.x() + line.w() > right + 2);
        });
    assertThat(sheet.cards().stream().flatMap(card -> card.rail().stream()).distinct())
        .as("all later columns are reached along one line")
        .singleElement()
        .satisfies(rail -> assertThat(across).anyMatch(line -> line.y() == Math.rint(rail)));
  }

  @Test
  void tenThousandInSightAreDrawnAsFewBoxes() {
    Sheet sheet = star(10_000);
    var camera = new Camera();
    camera.set(0.05, 0, 0);

    var drawing = new Drawing(new Words(new FontTables()));
    int cards =
        new GraphPainter(drawing)
            .paint(
                sheet,
                camera,
                GraphPainter.View.still(LayerLooks.of(sheet.picture().hierarchy())),
                sheet.width(),
                sheet.height());

    assertThat(cards).isEqualTo(10_001);
    assertThat(drawing.strokes())
        .filteredOn(stroke -> stroke instanceof Drawing.Box box && box.tone() == Tone.LAYER_8)
        .hasSizeBetween(100, 3_000);
  }

  @Test
  void whatIsSelectedFoundOrDiffersIsSeenHoweverSmallItIs() {
    Sheet sheet = star(100);
    var camera = new Camera();
    camera.set(0.05, 0, 0);
    TreePicture picture = sheet.picture();
    var view =
        new GraphPainter.View(
            LayerLooks.of(picture.hierarchy()),
            3,
            -1,
            true,
            Optional.empty(),
            false,
            Found.of("child", List.of(5), -1, new int[picture.size()]),
            Map.of(picture.node(7).id(), Mark.ADDED),
            Map.of(),
            MarksBelow.NONE,
            false);

    var drawing = new Drawing(new Words(new FontTables()));
    new GraphPainter(drawing).paint(sheet, camera, view, 800, 600);

    for (Tone tone : List.of(Tone.MATCH, Mark.ADDED.tone(), Tone.ACCENT)) {
      assertThat(drawing.strokes())
          .filteredOn(Drawing.Box.class::isInstance)
          .map(Drawing.Box.class::cast)
          .filteredOn(box -> box.tone() == tone)
          .as("%s", tone)
          .anyMatch(box -> box.w() >= 3 && box.h() >= 3);
    }
  }

  /** So many Applications below one, all open. */
  private Sheet star(int applications) {
    return everythingOpen(
        hierarchy(
            GitFixture.repo(URL)
                .file("root.yaml", application("top", "deps"))
                .file("deps/all.yaml", many(applications))));
  }

  private static String many(int applications) {
    return IntStream.range(0, applications)
        .mapToObj(i -> application("child-%05d".formatted(i), "missing"))
        .collect(Collectors.joining("---\n"));
  }

  /** The window draws what is in sight of a sheet, and nothing of what is not. */
  @Test
  void ofManyBelowOneParentOnlyWhatIsInSightIsDrawnWithOneTrunk() {
    GitFixture fixture = GitFixture.repo(URL).file("root.yaml", application("top", "deps"));
    Sheet sheet = everythingOpen(hierarchy(fixture.file("deps/all.yaml", many(300))));
    var camera = new Camera();
    camera.set(1, 0, -sheet.height() / 2);

    var drawing = new Drawing(new Words(new FontTables()));
    int drawn =
        new GraphPainter(drawing)
            .paint(
                sheet,
                camera,
                GraphPainter.View.still(LayerLooks.of(sheet.picture().hierarchy())),
                800,
                600);

    Rectangle seen = camera.visible(800, 600);
    long inSight = sheet.cards().stream().filter(card -> card.box().intersects(seen)).count();
    assertThat(drawn).isEqualTo((int) inSight).isBetween(3, 20);
    List<Drawing.Box> trunks =
        drawing.strokes().stream()
            .filter(Drawing.Box.class::isInstance)
            .map(Drawing.Box.class::cast)
            .filter(box -> box.w() == 1 && box.h() >= 1 && box.tone() == Tone.EDGE)
            .filter(box -> box.x() > sheet.cards().getFirst().box().right())
            .toList();
    assertThat(trunks).as("the trunk goes through the whole picture").isNotEmpty();
    assertThat(trunks.stream().mapToDouble(Drawing.Box::y).min().orElseThrow())
        .isLessThanOrEqualTo(0);
    assertThat(trunks.stream().mapToDouble(box -> box.y() + box.h()).max().orElseThrow())
        .as("down to the last dash")
        .isGreaterThanOrEqualTo(600 - 3);
    assertThat(trunks)
        .as("lines that pass by are drawn once for each column")
        .hasSizeLessThan(3 * 600);
  }

  @Test
  void namesOfAnyLengthAndScriptStayOnTheirCards() {
    String longName = "a".repeat(253);
    Sheet sheet =
        everythingOpen(
            hierarchy(
                GitFixture.repo(URL)
                    .file("root.yaml", application("top", "deps"))
                    .file("deps/1.yaml", application(longName, "x"))
                    .file("deps/2.yaml", application("中文应用程序的名字非常非常长而且没有空格可以换行", "x"))
                    .file("deps/3.yaml", application("تطبيق-المنصة-الأساسية-للفريق", "x"))));
    assertThat(sheet.cards()).hasSize(4);
    nothingOverlaps(sheet);

    var drawing = new Drawing(new Words(new FontTables()));
    drawing.size(sheet.width() + 48, sheet.height() + 48);
    var camera = new Camera();
    camera.set(1, 24, 24);
    new GraphPainter(drawing)
        .paint(
            sheet,
            camera,
            GraphPainter.View.still(LayerLooks.of(sheet.picture().hierarchy())),
            drawing.width(),
            drawing.height());
    for (Sheet.Card card : sheet.cards()) {
      double right = 24 + card.box().right();
      assertThat(texts(drawing, 24 + card.box().x(), 24 + card.box().y()))
          .isNotEmpty()
          .allMatch(text -> text.x() + text.width() <= right + 1);
    }
  }

  /** The words that begin in a card's name line. */
  private static List<Drawing.Text> texts(Drawing drawing, double left, double top) {
    return drawing.strokes().stream()
        .filter(Drawing.Text.class::isInstance)
        .map(Drawing.Text.class::cast)
        .filter(text -> Math.abs(text.y() - top - 22) < 2)
        .filter(text -> text.x() >= left && text.x() <= left + 216)
        .toList();
  }

  @Test
  void aCircleIsDrawnOnceWithALineBack() {
    Sheet sheet =
        everythingOpen(
            hierarchy(
                GitFixture.repo(URL)
                    .file("root.yaml", application("one", "one"))
                    .file("one/two.yaml", application("two", "two"))
                    .file("two/one.yaml", application("one", "one"))));
    assertThat(sheet.cards()).hasSize(2);
    assertThat(sheet.links()).extracting(Sheet.Link::kind).contains(Sheet.Kind.EXTRA);
    nothingOverlaps(sheet);
  }

  @Test
  void anEmptyRootHasNoCardsAndSaysNothingWrong() {
    Sheet sheet =
        everythingOpen(hierarchy(GitFixture.repo(URL).file("root.yaml", "# nothing yet\n")));
    assertThat(sheet.cards()).isEmpty();
  }

  @Test
  void aRootThatCannotBeReadSaysWhy() {
    Hierarchy hierarchy =
        resolve(GitFixture.repo(URL).file("a", "b").commit("Begin"), "missing.yaml");
    assertThat(everythingOpen(hierarchy).cards()).isEmpty();
    assertThat(hierarchy.roots().getFirst().unknown()).isPresent();
  }
}
