package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Messages;
import java.util.Optional;
import javafx.scene.input.MouseEvent;

/** What a pointer does to the boxes of a map: it selects, and twice goes to the tree. */
final class MapMouse implements CameraMouse.Touch {
  private final MapView view;
  private final HierarchyViewModel model;

  MapMouse(MapView view, HierarchyViewModel model) {
    this.view = view;
    this.model = model;
  }

  @Override
  public String over(double x, double y) {
    Optional<Box> hit = view.boxAt(x, y);
    view.hover(hit);
    return hit.map(this::whole).orElse("");
  }

  private String whole(Box box) {
    Optional<String> why =
        Optional.of(box)
            .filter(Box::isRow)
            .flatMap(row -> model.hierarchy().get())
            .flatMap(hierarchy -> hierarchy.root(box.title()))
            .flatMap(ResolvedRoot::unknown);
    return words(box) + why.map(text -> "\n" + text).orElse("");
  }

  /** Everything a box says, with what it cuts short. */
  static String words(Box box) {
    String name = box.line().isEmpty() ? box.title() : box.title() + "\n" + box.line();
    String size =
        box.isRow()
            ? Messages.text("map.row", Long.toString(box.size()))
            : Messages.text("map.box", box.reached(), box.of(), box.nodes().size());
    String errors = box.errors() == 0 ? "" : ", " + Messages.count("count.errors", box.errors());
    String warnings =
        box.warnings() == 0 ? "" : ", " + Messages.count("count.warnings", box.warnings());
    return name + "\n" + size + errors + warnings;
  }

  @Override
  public void leave() {
    view.hover(Optional.empty());
  }

  @Override
  public void click(MouseEvent event) {
    view.boxAt(event.getX(), event.getY())
        .ifPresent(box -> {
          view.select(box);
          if (event.getClickCount() == 2) {
            view.toTree();
          }
        });
  }
}
