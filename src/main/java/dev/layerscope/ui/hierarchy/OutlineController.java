package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.CanvasPalette;
import dev.layerscope.ui.common.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.canvas.Canvas;
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
  private final Map<String, OutlineRows> rows = new HashMap<>();
  private final Map<String, TreeItem<OutlineRow>> rootItems = new HashMap<>();
  private Runnable unreached = () -> {};
  private Consumer<Boolean> widened = wanted -> {};
  private Optional<OutlineColumns> columns = Optional.empty();
  private boolean wide;
  private boolean following;
  private boolean due;

  /** Somebody who types does not wait for rows to be made anew with every letter. */
  private final PauseTransition calm = new PauseTransition(Duration.millis(150));

  @FXML private TreeTableView<OutlineRow> tree;
  @FXML private TreeTableColumn<OutlineRow, OutlineRow> name;
  @FXML private Label foot;
  @FXML private CanvasPalette palette;

  public OutlineController(HierarchyViewModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    var brush = new CanvasBrush(new Canvas().getGraphicsContext2D(), palette);
    name.setCellFactory(ignored -> new OutlineCell(model, brush));
    palette.onChange(() ->
        tree.lookupAll(".tree-table-cell").stream()
            .filter(OutlineCell.class::isInstance)
            .forEach(cell -> ((OutlineCell) cell).repaint()));
    var all = new OutlineColumns(model, tree, name);
    columns = Optional.of(all);
    model.marked().addListener(ignored -> tree.refresh());
    tree.setRowFactory(ignored -> new OutlineTableRow());
    tree.setShowRoot(false);
    tree.setPlaceholder(new Label());
    tree.setAccessibleText(Messages.text("outline.title"));
    model.hierarchy().addListener(ignored -> changed());
    model.sheet().addListener(ignored -> follow());
    model.selected().addListener(ignored -> follow());
    model.search().found().addListener(ignored -> calm.playFromStart());
    calm.setOnFinished(ignored -> tree.refresh());
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> chosen(now));
  }

  /** Called when somebody wants to see what no root reaches. */
  void onUnreached(Runnable action) {
    unreached = action;
  }

  /** Called when all columns are wanted (true), or the names alone. */
  void onWide(Consumer<Boolean> action) {
    widened = action;
  }

  @FXML
  void columns() {
    wide = !wide;
    widened.accept(wide);
    columns.ifPresent(all -> all.show(wide));
  }

  @FXML
  void unreached() {
    unreached.run();
  }

  @FXML
  void collapse() {
    model.closeAll();
  }

  /** The canvas comes first: rows are made one frame later. */
  private void changed() {
    rows.clear();
    rootItems.clear();
    if (!due) {
      due = true;
      Background.afterFrames(
          1,
          () -> {
            due = false;
            model.hierarchy().get().ifPresent(this::fill);
          });
    }
  }

  private void fill(Hierarchy hierarchy) {
    var top = new TreeItem<OutlineRow>(new OutlineRow.Top());
    var all = new ArrayList<TreeItem<OutlineRow>>();
    for (ResolvedRoot root : hierarchy.roots()) {
      var item = new TreeItem<OutlineRow>(new OutlineRow.OfRoot(root, model.reached(root)));
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
      all.add(item);
    }
    top.getChildren().setAll(all);
    top.setExpanded(true);
    following = true;
    tree.setRoot(top);
    following = false;
    foot.setText(Messages.count("count.applications", model.applications()));
    follow();
  }

  private void fillRoot(String root, TreeItem<OutlineRow> item) {
    if (!rows.containsKey(root)) {
      model
          .picture(root)
          .ifPresent(picture -> {
            Set<NodeId> wanted = wanted(picture);
            if (wanted.stream().filter(picture::has).limit(MANY).count() == MANY) {
              makeAnew(picture, wanted);
            } else {
              var made = new OutlineRows(picture, wanted, this::turned);
              rows.put(root, made);
              item.getChildren().setAll(made.tops());
            }
          });
    }
  }

  private void turned(NodeId id, boolean open) {
    if (!following) {
      model.setOpen(id, open);
    }
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
    TreeItem<OutlineRow> item = rootItems.get(picture.root().name());
    if (item == null) {
      return;
    }
    item.setExpanded(true);
    OutlineRows made = rows.get(picture.root().name());
    if (made == null && picture.size() == 0) {
      reveal(item);
      return;
    }
    if (made == null || made.picture() != picture) {
      return; // a new hierarchy, whose rows are about to be made
    }
    Set<NodeId> wanted = wanted(picture);
    if (made.behind(wanted, MANY) == MANY) {
      makeAnew(picture, wanted);
      return;
    }
    made.follow(wanted);
    TreeItem<OutlineRow> chosen = model.selected().get().map(made.items()::get).orElse(null);
    if (chosen == null && model.selected().get().isEmpty() && picture.size() == 0) {
      chosen = item; // a root that shows nothing is itself what is looked at
    }
    if (chosen != null && !chosen.equals(tree.getSelectionModel().getSelectedItem())) {
      reveal(chosen);
    }
  }

  /** Many rows at once are made where nobody waits for them, and taken in when they are there. */
  private void makeAnew(TreePicture picture, Set<NodeId> wanted) {
    model
        .background()
        .ask(
            "outline",
            Messages.text("outline.making"),
            progress -> new OutlineRows(picture, wanted, this::turned),
            made -> {
              TreeItem<OutlineRow> item = rootItems.get(picture.root().name());
              if (item != null && model.picture(picture.root().name()).orElse(null) == picture) {
                following = true;
                rows.put(picture.root().name(), made);
                item.getChildren().setAll(made.tops());
                following = false;
                // Rows are taken in in one frame and walked to in another.
                Background.afterFrames(1, this::follow);
              }
            },
            error -> {
              throw new IllegalStateException("rows of a picture can always be made", error);
            });
  }

  /**
   * What is open on the canvas, and the way to the selection: a res half is drawn although its deps
   * half is closed, and its row needs the rows above it open.
   */
  private Set<NodeId> wanted(TreePicture picture) {
    var wanted = new HashSet<>(model.open());
    model
        .selectedIndex()
        .filter(ignored -> model.picture().orElse(null) == picture)
        .ifPresent(at -> {
          for (int up = picture.parent(at); up >= 0; up = picture.parent(up)) {
            wanted.add(picture.node(up).id());
          }
        });
    return wanted;
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
