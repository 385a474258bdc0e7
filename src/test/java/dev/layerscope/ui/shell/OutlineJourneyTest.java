package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.operation.Selection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The rows of the outline while the picture beside it is walked. */
class OutlineJourneyTest extends Journey {
  /** Wide enough for the outline to stand beside the picture. */
  @BeforeEach
  void widen() throws Exception {
    interact(() -> window().stage().setWidth(1400));
    waitUntil(() -> there("#tree"));
  }

  @Test
  void rowsOfOneLevelBeginAtOnePlaceHoweverTheSelectionGotThere() throws Exception {
    interact(() -> window().workspace().look(Selection.environment("prod")));
    idle();
    straight("before the overlay");
    interact(() -> window().shell().overlay("dev"));
    idle();
    for (int step = 0; step < 14; step++) {
      interact(() -> window().shell().pictures().nextDifference(1));
      WaitForAsyncUtils.waitForFxEvents(8);
      straight("difference " + step);
    }
  }

  @Test
  void everyRowStandsForWhatTheTreeHasThere() throws Exception {
    interact(() -> window().hierarchy().chooseRoot("mistakes"));
    idle();
    interact(() ->
        window()
            .hierarchy()
            .picture()
            .ifPresent(picture ->
                window().hierarchy().openAllBelow(picture.node(picture.tops().getFirst()).id())));
    idle();
    assertThat(seen(this::stale)).isEmpty();
    straight("everything open");
  }

  @SuppressWarnings("ReferenceEquality") // the same item, not one that says the same
  private List<Integer> stale() throws Exception {
    TreeTableView<?> outline = outline();
    return rows().stream()
        .filter(row -> row.getTreeItem() != outline.getTreeItem(row.getIndex()))
        .<Integer>map(TreeTableRow::getIndex)
        .toList();
  }

  private void idle() throws Exception {
    waitUntil(() -> window().workspace().background().idle());
    WaitForAsyncUtils.waitForFxEvents(8);
  }

  private TreeTableView<?> outline() throws Exception {
    return (TreeTableView<?>) the("#tree");
  }

  private List<TreeTableRow<?>> rows() throws Exception {
    return outline().lookupAll(".tree-table-row-cell").stream()
        .<TreeTableRow<?>>map(node -> (TreeTableRow<?>) node)
        .filter(row -> !row.isEmpty() && row.isVisible())
        .toList();
  }

  /** What the rows of each level show begins at one place. */
  private void straight(String when) throws Exception {
    Map<Integer, TreeSet<Long>> lefts =
        seen(() -> {
          var found = new TreeMap<Integer, TreeSet<Long>>();
          for (TreeTableRow<?> row : rows()) {
            for (Node node : row.lookupAll(".tree-table-cell")) {
              if (node instanceof TreeTableCell<?, ?> cell && cell.getGraphic() != null) {
                double left = cell.getGraphic().localToScene(0, 0).getX();
                found.computeIfAbsent(level(row), ignored -> new TreeSet<>()).add(Math.round(left));
              }
            }
          }
          return found;
        });
    assertThat(lefts).as(when).isNotEmpty();
    assertThat(lefts.values()).as(when + ": " + lefts).allSatisfy(at -> assertThat(at).hasSize(1));
  }

  private static int level(TreeTableRow<?> row) {
    int level = 0;
    for (TreeItem<?> up = row.getTreeItem(); up != null; up = up.getParent()) {
      level++;
    }
    return level;
  }
}
