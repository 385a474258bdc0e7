package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/**
 * What can be drawn over each other: the environment that is shown over every other one; where none
 * is shown, each over its neighbour.
 */
final class OverlayMenu {
  /** One environment over another. */
  private record Pair(String over, String base) {}

  private final Modes modes;
  private final WorkspaceViewModel workspace;

  OverlayMenu(Modes modes, WorkspaceViewModel workspace) {
    this.modes = modes;
    this.workspace = workspace;
  }

  MenuButton button() {
    var button = new MenuButton(Messages.text("overlay.title"));
    button.setId("overlay");
    button.setGraphic(Pieces.icon("fth-layers", 15));
    button.getStyleClass().add("quiet");
    button.getItems().add(new MenuItem());
    button.setOnShowing(ignored -> button.getItems().setAll(items()));
    return button;
  }

  private List<MenuItem> items() {
    var items = new ArrayList<MenuItem>();
    for (Environment base : modes.bases()) {
      items.add(item(Messages.text("overlay.over", base.name()), () -> modes.overlay(base.name())));
    }
    if (items.isEmpty()) {
      neighbours()
          .forEach(pair ->
              items.add(
                  item(
                      Messages.text("overlay.pair", pair.over, pair.base),
                      () -> modes.overlay(pair.over, pair.base, Optional.empty()))));
    }
    if (items.isEmpty()) {
      MenuItem none = item(Messages.text("overlay.nowhere"), () -> {});
      none.setDisable(true);
      items.add(none);
    }
    return items;
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setOnAction(ignored -> action.run());
    return item;
  }

  private List<Pair> neighbours() {
    List<Environment> all =
        workspace.opened().get().map(o -> o.workspace().environments()).orElse(List.of());
    var pairs = new ArrayList<Pair>();
    for (int i = 1; i < all.size(); i++) {
      pairs.add(new Pair(all.get(i - 1).name(), all.get(i).name()));
    }
    return pairs;
  }
}
