package dev.layerscope.ui.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.export.picture.Drawing;
import dev.layerscope.export.picture.FontTables;
import dev.layerscope.export.picture.Found;
import dev.layerscope.export.picture.GraphPainter;
import dev.layerscope.export.picture.InSight;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.MarksBelow;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.export.picture.Words;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands on one line of a card stands beside each other, however much there is to say. */
class CardWordsTest {
  private final Hierarchy hierarchy = Sample.at(Selection.environment("dev"));

  private TreePicture picture(String name) {
    ResolvedRoot root =
        hierarchy.roots().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    return TreePicture.of(hierarchy, root);
  }

  private List<Drawing.Text> words(Sheet sheet, Found found, Map<NodeId, Mark> marks) {
    var drawing = new Drawing(new Words(new FontTables()));
    var view =
        new GraphPainter.View(
            LayerLooks.of(hierarchy),
            -1,
            -1,
            false,
            Optional.empty(),
            false,
            found,
            marks,
            Map.of(),
            MarksBelow.NONE,
            false);
    new GraphPainter(drawing).paint(sheet, new Camera(), view, 4000, 8000);
    return drawing.strokes().stream()
        .filter(Drawing.Text.class::isInstance)
        .map(Drawing.Text.class::cast)
        .toList();
  }

  private static void nothingMeets(List<Drawing.Text> texts) {
    for (Drawing.Text a : texts) {
      for (Drawing.Text b : texts) {
        boolean beside = a.x() + a.width() <= b.x() || b.x() + b.width() <= a.x();
        assertThat(a.equals(b) || Math.abs(a.y() - b.y()) > 7 || beside)
            .as("“%s” beside “%s”", a.text(), b.text())
            .isTrue();
      }
    }
  }

  @Test
  void whereAClosedCardIsShortOfRoomItsNumbersLoseTheirWords() {
    TreePicture mistakes = picture("mistakes");
    Sheet wide = Sheet.of(mistakes, at -> false);
    assertThat(words(wide, Found.NOTHING, Map.of()))
        .extracting(Drawing.Text::text)
        .anyMatch(text -> text.endsWith(" below"));
    Sheet narrow = narrowed(wide, 104);
    List<Drawing.Text> said = words(narrow, Found.NOTHING, Map.of());
    assertThat(said)
        .extracting(Drawing.Text::text)
        .noneMatch(text -> text.endsWith(" below"))
        .contains(Integer.toString(mistakes.below(mistakes.tops().getFirst())));
    nothingMeets(said.stream().filter(text -> text.size() == 11 && isBadge(text)).toList());
  }

  private static boolean isBadge(Drawing.Text text) {
    return text.type() == Words.Type.MEDIUM;
  }

  /** The first card alone, as wide as that. */
  private static Sheet narrowed(Sheet sheet, double width) {
    Sheet.Card first = sheet.cards().getFirst();
    Rectangle box = first.box();
    var card =
        new Sheet.Card(
            first.index(),
            new Rectangle(box.x(), box.y(), width, box.height()),
            first.folds(),
            first.closed(),
            first.rail());
    return new Sheet(
        sheet.picture(),
        List.of(card),
        List.of(),
        List.of(),
        List.of(),
        Map.of(first.index(), card),
        sheet.width(),
        sheet.height(),
        InSight.of(List.of(card), List.of()));
  }

  @Test
  void aNumberOfMatchesAndTheSignOfADifferenceStandBesideEachOther() {
    TreePicture cluster = picture("my-cluster");
    Sheet sheet = Sheet.of(cluster, at -> cluster.depth(at) < 1);
    Map<NodeId, Mark> marks = new HashMap<>();
    cluster.order().forEach(at -> marks.put(cluster.node(at).id(), Mark.CHANGED));
    List<Drawing.Text> said = words(sheet, found(cluster, "o"), marks);
    assertThat(said).extracting(Drawing.Text::text).anyMatch(text -> text.contains("match"));
    nothingMeets(said);
  }

  @Test
  void aMatchThatIsDrawnIsNotCountedAsHidden() {
    TreePicture cluster = picture("my-cluster");
    Sheet sheet = Sheet.of(cluster, at -> !cluster.node(at).name().equals("baseline-deps"));
    List<Drawing.Text> said = words(sheet, found(cluster, "baseline-res"), Map.of());
    assertThat(said)
        .extracting(Drawing.Text::text)
        .contains("baseline-res")
        .noneMatch(text -> text.contains("match"));
  }

  /** What a search finds. */
  private static Found found(TreePicture picture, String query) {
    var hits = new ArrayList<Integer>();
    int[] below = new int[picture.size()];
    for (int at : picture.order()) {
      if (picture.node(at).name().contains(query)) {
        hits.add(at);
        for (int up = picture.parent(at); up >= 0; up = picture.parent(up)) {
          below[up]++;
        }
      }
    }
    return Found.of(query, hits, -1, below);
  }
}
