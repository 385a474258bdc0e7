package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** The way from the root to the selection; each crumb goes there, and shows what is beside it. */
final class Crumbs {
  private static final int MOST_SIBLINGS = 40;

  private final HierarchyViewModel model;
  private final HBox crumbs;

  /**
   * @param crumbs where they stand
   */
  Crumbs(HierarchyViewModel model, HBox crumbs) {
    this.model = model;
    this.crumbs = crumbs;
    model.selected().addListener(ignored -> crumbs());
    model.sheet().addListener(ignored -> crumbs());
  }

  /** root › parent › node: each crumb goes there. */
  private void crumbs() {
    crumbs.getChildren().clear();
    Optional<TreePicture> picture = model.picture();
    if (picture.isEmpty()) {
      return;
    }
    var chain = model.selectedIndex().map(picture.get()::chain).orElse(List.of());
    int skipped = Math.max(0, chain.size() - 4);
    for (int i = 0; i < chain.size(); i++) {
      if (i > 0 && i <= skipped) {
        continue;
      }
      HierarchyNode node = picture.get().node(chain.get(i));
      if (i > 0) {
        crumbs.getChildren().add(Pieces.icon("fth-chevron-right", 13));
      }
      var crumb =
          new Hyperlink(node.label(), new GlyphIcon(model.looks().of(node), node.isResources()));
      crumb.getStyleClass().add(i == chain.size() - 1 ? "crumb-current" : "crumb");
      crumb.setMinWidth(40);
      crumb.setOnAction(ignored -> model.select(node.id()));
      crumbs.getChildren().addAll(crumb, siblings(picture.get(), chain.get(i)));
    }
  }

  /** The nodes beside a crumb, to go to. */
  private MenuButton siblings(TreePicture picture, int at) {
    var menu = new MenuButton("");
    menu.getStyleClass().addAll("quiet", "crumb-menu");
    menu.setAccessibleText(Messages.text("graph.siblings", picture.node(at).label()));
    menu.setFocusTraversable(false);
    menu.getItems().add(new MenuItem());
    menu.setOnShowing(ignored -> {
      menu.getItems().clear();
      List<Integer> beside =
          picture.parent(at) < 0 ? picture.tops() : picture.children(picture.parent(at));
      for (int other : beside.stream().limit(MOST_SIBLINGS).toList()) {
        HierarchyNode node = picture.node(other);
        var sign = new GlyphIcon(model.looks().of(node), node.isResources());
        var item = new MenuItem(node.label(), sign);
        item.setOnAction(chosen -> model.select(node.id()));
        menu.getItems().add(item);
      }
      if (beside.size() > MOST_SIBLINGS) {
        var more = new MenuItem(Messages.text("graph.more", beside.size() - MOST_SIBLINGS));
        more.setDisable(true);
        menu.getItems().add(more);
      }
    });
    return menu;
  }
}
