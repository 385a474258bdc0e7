package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Sheet;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.Optional;
import javafx.scene.input.MouseEvent;

/** What a pointer does to cards: it selects, opens and closes, and asks for a menu. */
final class GraphMouse implements CameraMouse.Touch {
  private final GraphView view;
  private final HierarchyViewModel model;

  GraphMouse(GraphView view, HierarchyViewModel model) {
    this.view = view;
    this.model = model;
  }

  @Override
  public String over(double x, double y) {
    Optional<Sheet.Card> hit = view.hits().cardAt(x, y);
    view.hover(hit.map(Sheet.Card::index).orElse(-1));
    return hit.map(card -> Speech.tooltip(model, node(card))).orElse("");
  }

  @Override
  public void leave() {
    view.hover(-1);
  }

  @Override
  public void click(MouseEvent event) {
    Optional<Sheet.Card> hit = view.hits().cardAt(event.getX(), event.getY());
    if (hit.isEmpty()) {
      model.focused().set(false);
      return;
    }
    Sheet.Card card = hit.get();
    NodeId id = node(card).id();
    if (view.hits().onToggle(card, event.getX(), event.getY())) {
      model.selected().set(Optional.of(id));
      model.toggle(id);
    } else if (view.hits().onMenuButton(card, event.getX(), event.getY())) {
      model.select(id);
      view.shortcuts().menu(event.getScreenX(), event.getScreenY());
    } else {
      model.select(id);
      if (event.getClickCount() == 2 && card.folds()) {
        model.toggle(id);
      }
    }
  }

  private HierarchyNode node(Sheet.Card card) {
    return model.picture().orElseThrow().node(card.index());
  }
}
