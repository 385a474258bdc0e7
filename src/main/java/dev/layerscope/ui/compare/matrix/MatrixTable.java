package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTablePosition;
import javafx.scene.control.TreeTableView;

/** The table of the matrix: a column for every environment, rows in groups. */
final class MatrixTable {
  private static final double NAME = 240;
  private static final double CELL = 204;
  private static final double SCROLL_BAR = 16;

  private final WorkspaceViewModel workspace;
  private final MatrixHeadings headings;
  private final IntConsumer onHeading;
  private final TreeTableView<MatrixRow> table;
  private final Set<String> closed = new HashSet<>();
  private String chosen = "";

  /** The column that had the focus when the columns were made anew; -1 for none. */
  private int kept = -1;

  private Optional<NodeId> wanted = Optional.empty();
  private MatrixGroup group = MatrixGroup.LAYER;

  /**
   * @param onHeading told which environment's heading was clicked, counted from 0
   */
  MatrixTable(
      WorkspaceViewModel workspace,
      MatrixHeadings headings,
      TreeTableView<MatrixRow> table,
      IntConsumer onHeading) {
    this.onHeading = onHeading;
    this.workspace = workspace;
    this.headings = headings;
    this.table = table;
    table.setShowRoot(false);
    table.setFixedCellSize(30);
    table.widthProperty().addListener(ignored -> fit());
    table.getSelectionModel().setCellSelectionEnabled(true);
  }

  LayerLooks looks() {
    return workspace.shown().get().map(WorkspaceViewModel.Shown::looks).orElse(LayerLooks.none());
  }

  /** Makes the columns anew: environments, and what stands above them. */
  void columns(MatrixDocument document) {
    var columns = new ArrayList<TreeTableColumn<MatrixRow, ?>>();
    TreeTableColumn<MatrixRow, MatrixRow> name = column(headings.ofNames(document), NAME);
    List<String> names =
        document.columns().stream().map(MatrixDocument.Column::environment).toList();
    name.setCellFactory(ignored -> new MatrixNameCell(this::looks, () -> group, names));
    columns.add(name);
    for (int i = 0; i < document.columns().size(); i++) {
      Optional<String> left =
          i == 0 ? Optional.empty() : Optional.of(document.columns().get(i - 1).environment());
      columns.add(environment(document.columns().get(i), i, left));
    }
    // Other columns take the focus away: who compares prod goes on with prod.
    kept = table.getFocusModel().getFocusedCell().getColumn();
    table.getColumns().setAll(columns);
    fit();
  }

  private TreeTableColumn<MatrixRow, MatrixRow> environment(
      MatrixDocument.Column environment, int index, Optional<String> left) {
    Node heading = headings.of(environment, left);
    heading.setCursor(Cursor.HAND);
    heading.setOnMouseClicked(ignored -> onHeading.accept(index));
    TreeTableColumn<MatrixRow, MatrixRow> column = column(heading, CELL);
    column.setCellFactory(ignored ->
        new MatrixCell(index, group -> headings.ofGroup(environment, index == 0, group)));
    return column;
  }

  private static TreeTableColumn<MatrixRow, MatrixRow> column(Node heading, double width) {
    TreeTableColumn<MatrixRow, MatrixRow> column = new TreeTableColumn<>();
    column.setGraphic(heading);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    return column;
  }

  /** Few environments share the width there is; many go on beyond it. */
  private void fit() {
    int environments = table.getColumns().size() - 1;
    if (environments > 0) {
      double room = (table.getWidth() - NAME - SCROLL_BAR) / environments;
      table.getColumns().stream()
          .skip(1)
          .forEach(column -> column.setPrefWidth(Math.max(CELL, Math.floor(room))));
    }
  }

  /** Shows rows; what was closed stays closed, and what was chosen stays chosen. */
  void rows(MatrixDocument shown, MatrixGroup by) {
    int focused = table.getFocusModel().getFocusedCell().getColumn();
    int before = kept > 0 ? Math.min(kept, table.getColumns().size() - 1) : focused;
    kept = -1;
    // The second environment is the first that has something on its left.
    int column = before > 0 ? before : Math.min(2, table.getColumns().size() - 1);
    String row = chosen;
    group = by;
    var root = new TreeItem<MatrixRow>(new MatrixRow.Group(by, "", 0));
    root.getChildren().setAll(by == MatrixGroup.NONE ? items(shown.rows()) : groups(shown, by));
    table.setRoot(root);
    wanted
        .flatMap(id -> find(value -> isAbout(value, id)))
        .or(() -> find(value -> value.key().equals(row)))
        .or(() -> find(value -> value.row().isPresent()))
        .ifPresent(at -> {
          choose(at, column);
          if (wanted.isPresent()) {
            table.scrollTo(Math.max(0, at - 8));
          }
        });
    wanted = Optional.empty();
  }

  /** Goes to a node's row the next time rows are shown, whatever it is folded in. */
  void want(NodeId node) {
    wanted = Optional.of(node);
    closed.clear();
  }

  private static boolean isAbout(MatrixRow row, NodeId id) {
    return row.row()
        .filter(of ->
            of.name().equals(id.name())
                && of.namespace().equals(id.namespace())
                && of.kind().equals(id.kind().text()))
        .isPresent();
  }

  private void choose(int row, int column) {
    table.getSelectionModel().clearAndSelect(row, table.getVisibleLeafColumn(column));
  }

  /** Goes to the next environment; says whether there was one. */
  boolean across(int direction) {
    TreeTablePosition<MatrixRow, ?> cell = table.getFocusModel().getFocusedCell();
    int column = cell.getColumn() + direction;
    boolean opens =
        cell.getColumn() < 1
            && direction > 0
            && cell.getRow() >= 0
            && !table.getTreeItem(cell.getRow()).isLeaf()
            && !table.getTreeItem(cell.getRow()).isExpanded();
    if (opens || cell.getRow() < 0 || column < 0 || column >= table.getColumns().size()) {
      return false;
    }
    choose(cell.getRow(), column);
    table.scrollToColumnIndex(column);
    return true;
  }

  private Optional<Integer> find(Predicate<MatrixRow> wanted) {
    return IntStream.range(0, table.getExpandedItemCount())
        .filter(i -> wanted.test(table.getTreeItem(i).getValue()))
        .boxed()
        .findFirst();
  }

  private List<TreeItem<MatrixRow>> groups(MatrixDocument shown, MatrixGroup by) {
    LayerLooks looks = looks();
    Map<String, List<MatrixDocument.Row>> groups = new LinkedHashMap<>();
    shown
        .rows()
        .forEach(
            row -> groups.computeIfAbsent(by.of(row, looks), unused -> new ArrayList<>()).add(row));
    var items = new ArrayList<TreeItem<MatrixRow>>();
    // What belongs to no team comes after the teams.
    Optional.ofNullable(groups.remove(Messages.text("matrix.noteam")))
        .ifPresent(rest -> groups.put(Messages.text("matrix.noteam"), rest));
    groups.forEach((name, rows) -> {
      var group = new MatrixRow.Group(by, name, rows.size());
      var item = new TreeItem<MatrixRow>(group);
      item.getChildren().setAll(items(rows));
      item.setExpanded(!closed.contains(group.key()));
      item.expandedProperty()
          .addListener((ignored, was, open) -> {
            if (open) {
              closed.remove(group.key());
            } else {
              closed.add(group.key());
            }
          });
      items.add(item);
    });
    return items;
  }

  private static List<TreeItem<MatrixRow>> items(List<MatrixDocument.Row> rows) {
    return rows.stream().map(MatrixTable::item).toList();
  }

  private static TreeItem<MatrixRow> item(MatrixDocument.Row row) {
    var item = new TreeItem<MatrixRow>(new MatrixRow.OfApplication(row));
    if (row.lines().size() > 1) {
      row.lines()
          .forEach(line -> item.getChildren().add(new TreeItem<>(new MatrixRow.OfRoot(row, line))));
    }
    return item;
  }

  /** The row that has the focus. */
  Optional<MatrixRow> focused() {
    int row = table.getFocusModel().getFocusedCell().getRow();
    Optional<MatrixRow> found =
        row < 0
            ? Optional.empty()
            : Optional.ofNullable(table.getTreeItem(row)).map(TreeItem::getValue);
    found.ifPresent(value -> chosen = value.key());
    return found;
  }

  /** The environment that has the focus, counted from 0; -1 for the names. */
  int focusedEnvironment() {
    return table.getFocusModel().getFocusedCell().getColumn() - 1;
  }
}
