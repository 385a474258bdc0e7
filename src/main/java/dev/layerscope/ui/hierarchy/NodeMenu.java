package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a node: a right click on its card, or the menu key on the selected one. */
final class NodeMenu {
  private final GraphView view;
  private final HierarchyViewModel model;
  private final LookItems looks;
  private final EditItems edits;
  private final ContextMenu menu = new ContextMenu();

  NodeMenu(GraphView view, HierarchyViewModel model, WorkspaceViewModel workspace, Modes modes) {
    looks = new LookItems(view, model, modes);
    this.view = view;
    this.model = model;
    this.edits = new EditItems(workspace);
    view.setOnContextMenuRequested(this::asked);
    view.onMenu(this::show);
  }

  private void asked(ContextMenuEvent event) {
    if (!event.isKeyboardTrigger()) {
      view.cardAt(event.getX(), event.getY())
          .ifPresentOrElse(
              card -> model.select(model.picture().orElseThrow().node(card.index()).id()),
              menu::hide);
      if (view.cardAt(event.getX(), event.getY()).isEmpty()) {
        return;
      }
    }
    if (event.isKeyboardTrigger()) {
      Bounds place = view.localToScreen(view.getBoundsInLocal());
      show(place.getCenterX(), place.getCenterY());
    } else {
      show(event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private void show(double x, double y) {
    List<MenuItem> items = items();
    if (!items.isEmpty()) {
      menu.getItems().setAll(items);
      menu.show(view, x, y);
    }
  }

  /** What the menu of the selected node holds. */
  List<MenuItem> items() {
    Optional<HierarchyNode> node = model.selectedNode();
    if (node.isEmpty() || model.hierarchy().get().isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>(looks.of(node.get()));
    List<MenuItem> editing = edits.of(model.hierarchy().get().get(), node.get());
    if (!editing.isEmpty()) {
      items.add(new SeparatorMenuItem());
      items.addAll(editing);
    }
    return items;
  }
}
