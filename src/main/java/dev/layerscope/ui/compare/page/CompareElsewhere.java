package dev.layerscope.ui.compare.page;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.rule.RuleItems;
import dev.layerscope.ui.compare.text.CompareRow;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** From a difference to the same node on other pages. */
final class CompareElsewhere {
  private final CompareViewModel model;
  private final CompareDoors doors;
  private final Supplier<Optional<CompareRow>> chosen;

  /**
   * @param chosen what is chosen in the tree
   */
  CompareElsewhere(
      CompareViewModel model, CompareDoors doors, Supplier<Optional<CompareRow>> chosen) {
    this.model = model;
    this.doors = doors;
    this.chosen = chosen;
  }

  /** The menu of the tree. */
  ContextMenu menu() {
    MenuItem show = item("compare.showin", doors.toNode());
    MenuItem row = item("compare.showinmatrix", doors.toMatrix());
    MenuItem over = RuleItems.item(Messages.text("compare.overlay"), this::overlay);
    var menu = new ContextMenu(show, row, over);
    menu.setOnShowing(ignored -> {
      boolean none = node().isEmpty();
      show.setDisable(none);
      row.setDisable(none);
      over.setDisable(!isDrawable());
    });
    return menu;
  }

  /** Keeps a button that leads to the overlay usable only where there is one. */
  void drawn(Button button) {
    button.setDisable(true);
    model.comparison().addListener(ignored -> button.setDisable(!isDrawable()));
    button.setOnAction(ignored -> overlay());
  }

  private MenuItem item(String key, Consumer<NodeId> way) {
    return RuleItems.item(Messages.text(key), () -> node().ifPresent(way));
  }

  private Optional<NodeId> node() {
    return chosen.get().flatMap(CompareRow::node);
  }

  /** Two environments as they are: nothing else is drawn over each other. */
  private boolean isDrawable() {
    return model.comparison().get().filter(CompareTicks::possible).isPresent();
  }

  /** Draws what comes in over the base, and goes to the node that is chosen. */
  void overlay() {
    if (isDrawable()) {
      Comparison shown = model.comparison().get().orElseThrow();
      doors
          .toOverlay()
          .open(
              shown.question().from().environmentName().orElseThrow(),
              shown.question().to().environmentName().orElseThrow(),
              node());
    }
  }
}
