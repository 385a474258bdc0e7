package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Messages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.util.Duration;

/**
 * The outline: every root and what is below it as rows, always in step with the canvas. It is what
 * a screen reader and a fast typist use.
 */
public final class OutlineController {
  private static final int MANY = 100;

  private final HierarchyViewModel model;
  private final Map<NodeId, TreeItem<OutlineRow>> items = new HashMap<>();
  private final Map<String, TreeItem<OutlineRow>> rootItems = new HashMap<>();
  private boolean following;

  /** Somebody who types does not wait for rows to be made anew with every letter. */
  private final PauseTransition calm = new PauseTransition(Duration.millis(150));

  @FXML private TreeTableView<OutlineRow> tree;
  @FXML private TreeTableColumn<OutlineRow, OutlineRow> name;
  @FXML private Label foot;

  public OutlineController(HierarchyViewModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    name.setCellFactory(ignored -> new OutlineCell(model));
    name.prefWidthProperty().bind(tree.widthProperty().subtract(14));
    tree.setShowRoot(false);
    tree.setPlaceholder(new Label());
    tree.setAccessibleText(Messages.text("outline.title"));
    model.hierarchy().addListener((ignored, before, now) -> now.ifPresent(this::fill));
    model.sheet().addListener(ignored -> follow());
    model.selected().addListener(ignored -> follow());
    model.search().found().addListener(ignored -> calm.playFromStart());
    calm.setOnFinished(ignored -> tree.refresh());
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> chosen(now));
  }

  @FXML
  void collapse() {
    model.closeAll();
  }

  private void fill(Hierarchy hierarchy) {
    items.clear();
    rootItems.clear();
    var top = new TreeItem<OutlineRow>(new OutlineRow.Top());
    for (ResolvedRoot root : hierarchy.roots()) {
      var item =
          new TreeItem<OutlineRow>(
              new OutlineRow.OfRoot(root, model.reached(root)));
      rootItems.put(root.name(), item);
      if (!root.declared().isEmpty()) {
        item.getChildren().add(new TreeItem<>(new OutlineRow.Top()));
      }
      item.expandedProperty()
          .addListener((ignored, before, now) -> {
            if (now) {
              fillRoot(root.name(), item);
            }
          });
      top.getChildren().add(item);
    }
    tree.setRoot(top);
    top.setExpanded(true);
    foot.setText(
        Messages.count("count.roots", hierarchy.roots().size())
            + " · "
            + Messages.count("count.applications", model.applications()));
  }

  private void fillRoot(String root, TreeItem<OutlineRow> item) {
    if (item.getChildren().size() == 1
        && item.getChildren().getFirst().getValue() instanceof OutlineRow.Top) {
      model
          .picture(root)
          .ifPresent(picture -> item.getChildren().setAll(itemsOf(picture, picture.tops())));
    }
  }

  private List<TreeItem<OutlineRow>> itemsOf(TreePicture picture, List<Integer> nodes) {
    return nodes.stream().map(at -> itemOf(picture, at)).toList();
  }

  /** Children become rows only when a branch opens. */
  private TreeItem<OutlineRow> itemOf(TreePicture picture, int at) {
    NodeId id = picture.node(at).id();
    var item = new TreeItem<OutlineRow>(new OutlineRow.OfNode(picture, at));
    items.put(id, item);
    if (picture.children(at).isEmpty()) {
      return item;
    }
    if (model.isOpen(id)) {
      item.getChildren().setAll(itemsOf(picture, picture.children(at)));
      item.setExpanded(true);
    } else {
      item.getChildren().add(new TreeItem<>(new OutlineRow.Top()));
    }
    item.expandedProperty()
        .addListener((ignored, before, now) -> {
          if (now && item.getChildren().getFirst().getValue() instanceof OutlineRow.Top) {
            item.getChildren().setAll(itemsOf(picture, picture.children(at)));
          }
          if (!following) {
            model.setOpen(id, now);
          }
        });
    return item;
  }

  private void chosen(TreeItem<OutlineRow> item) {
    if (following || item == null) {
      return;
    }
    switch (item.getValue()) {
      case OutlineRow.Top() -> {}
      case OutlineRow.OfRoot(ResolvedRoot root, int ignored) -> {
        model.chooseRoot(root.name());
        root.declared().stream()
            .findFirst()
            .ifPresentOrElse(model::select, () -> model.selected().set(Optional.empty()));
      }
      case OutlineRow.OfNode row -> {
        model.chooseRoot(row.picture().root().name());
        model.select(row.id());
      }
    }
  }

  /** Opens, closes and selects rows as the canvas does. */
  private void follow() {
    following = true;
    try {
      model.picture().ifPresent(this::follow);
    } finally {
      following = false;
    }
  }

  private void follow(TreePicture picture) {
    TreeItem<OutlineRow> rootItem = rootItems.get(picture.root().name());
    if (rootItem == null) {
      return;
    }
    TreeItem<OutlineRow> top = tree.getRoot();
    boolean many =
        picture.order().stream().filter(at -> differs(picture, at)).limit(MANY).count() == MANY;
    if (many) {
      tree.setRoot(null); // a table follows every row that opens below it, one by one
    }
    rootItem.setExpanded(true);
    Set<Integer> above = aboveSelection(picture);
    for (int at : picture.order()) {
      TreeItem<OutlineRow> item = items.get(picture.node(at).id());
      if (item != null && !item.isLeaf()) {
        item.setExpanded(
            model.isOpen(picture.node(at).id())
                || above.contains(at)
                || hasOpenCompanionOnly(picture, at, item));
      }
    }
    if (many) {
      tree.setRoot(top);
    }
    TreeItem<OutlineRow> chosen = model.selected().get().map(items::get).orElse(null);
    if (chosen != null && !chosen.equals(tree.getSelectionModel().getSelectedItem())) {
      reveal(chosen);
    }
  }

  private boolean differs(TreePicture picture, int at) {
    NodeId id = picture.node(at).id();
    TreeItem<OutlineRow> item = items.get(id);
    return model.isOpen(id) != (item != null && item.isExpanded());
  }

  /** A res half is drawn although its deps half is closed: its row needs the rows above it open. */
  private Set<Integer> aboveSelection(TreePicture picture) {
    var above = new HashSet<Integer>(model.selectedIndex().map(picture::chain).orElse(List.of()));
    model.selectedIndex().ifPresent(above::remove);
    return above;
  }

  /** A node with only a res half has nothing to open on the canvas; its row stays as it is. */
  private static boolean hasOpenCompanionOnly(
      TreePicture picture, int at, TreeItem<OutlineRow> item) {
    return picture.foldable(at).isEmpty() && item.isExpanded();
  }

  private void reveal(TreeItem<OutlineRow> item) {
    for (TreeItem<OutlineRow> up = item.getParent(); up != null; up = up.getParent()) {
      up.setExpanded(true);
    }
    int row = tree.getRow(item);
    tree.getSelectionModel().select(row);
    tree.scrollTo(Math.max(0, row - 8));
  }
}
