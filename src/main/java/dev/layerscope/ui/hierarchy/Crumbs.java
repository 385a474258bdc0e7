package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The way from the root to the selection; each crumb goes there, and shows what is beside it. */
final class Crumbs {
  private static final int MOST_SIBLINGS = 40;
  private static final int MOST_CRUMBS = 4;

  /** What a letter takes, and a crumb without its name: its sign, and the one before it. */
  private static final double LETTER = 7.4;

  private static final double BARE = 44;

  /** The arrow to what is beside it. */
  private static final double ARROW = 32;

  private final HierarchyViewModel model;
  private final HBox crumbs;
  private boolean due;

  /**
   * @param crumbs where they stand
   */
  Crumbs(HierarchyViewModel model, HBox crumbs) {
    this.model = model;
    this.crumbs = crumbs;
    model.selected().addListener(ignored -> changed());
    model.sheet().addListener(ignored -> changed());
    crumbs.widthProperty().addListener(ignored -> changed());
  }

  /** Of many changes before a frame the last counts. */
  private void changed() {
    if (!due) {
      due = true;
      Background.soon(() -> {
        due = false;
        crumbs();
      });
    }
  }

  /** root › parent › node: each crumb goes there. */
  private void crumbs() {
    crumbs.getChildren().clear();
    Optional<TreePicture> picture = model.picture();
    if (picture.isEmpty()) {
      return;
    }
    var chain = model.selectedIndex().map(picture.get()::chain).orElse(List.of());
    if (chain.isEmpty()) {
      crumbs.getChildren().add(Pieces.label(model.rootName(), "crumb-current"));
    }
    int skipped = Math.max(0, chain.size() - MOST_CRUMBS);
    BitSet named = named(picture.get(), chain, skipped);
    for (int i = 0; i < chain.size(); i++) {
      if (i > 0 && i <= skipped) {
        continue;
      }
      HierarchyNode node = picture.get().node(chain.get(i));
      if (i > 0) {
        crumbs.getChildren().add(Pieces.icon("fth-chevron-right", 13));
      }
      boolean last = i == chain.size() - 1;
      crumbs.getChildren().add(crumb(node, named.get(i), last));
      if (named.get(i)) {
        crumbs.getChildren().add(siblings(picture.get(), chain.get(i)));
      }
    }
  }

  private Hyperlink crumb(HierarchyNode node, boolean named, boolean last) {
    var sign = new GlyphIcon(model.looks().of(node), node.isResources());
    var crumb = new Hyperlink(named ? node.label() : "", sign);
    crumb.getStyleClass().add(last ? "crumb-current" : "crumb");
    crumb.setAccessibleText(node.label());
    crumb.setTooltip(new Tooltip(node.label()));
    crumb.setMinWidth(last ? 60 : Region.USE_PREF_SIZE);
    crumb.setOnAction(ignored -> model.select(node.id()));
    return crumb;
  }

  /** Where the room is short, the crumbs farthest from the selection show their sign alone. */
  private BitSet named(TreePicture picture, List<Integer> chain, int skipped) {
    var named = new BitSet();
    double left = crumbs.getWidth() - (chain.size() - skipped) * BARE;
    for (int i = chain.size() - 1; i >= 0; i--) {
      if (i == 0 || i > skipped) {
        left -= picture.node(chain.get(i)).label().length() * LETTER + ARROW;
        if (i == chain.size() - 1 || left >= 0) {
          named.set(i);
        }
      }
    }
    return named;
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
