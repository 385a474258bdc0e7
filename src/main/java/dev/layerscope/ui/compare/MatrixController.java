package dev.layerscope.ui.compare;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.operation.BuildMatrix;
import dev.layerscope.operation.Compare;
import dev.layerscope.operation.Comparison;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Question;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTablePosition;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

/** The matrix page: every Application in every environment, each beside the one on its left. */
public final class MatrixController {
  private static final double NAME = 240;
  private static final double CELL = 204;
  private static final double SCROLL_BAR = 16;

  private final WorkspaceViewModel workspace;
  private final RulesInForce rules;
  private final MatrixPane pane;
  private final MatrixHeadings headings;
  private final Map<Integer, Comparison> compared = new HashMap<>();
  private Optional<MatrixDocument> matrix = Optional.empty();
  private Optional<MatrixPane.Chosen> chosen = Optional.empty();
  private boolean filling;

  @FXML private BorderPane page;
  @FXML private ToggleButton onlyWhatDiffers;
  @FXML private ComboBox<String> rootChoice;
  @FXML private Label summary;
  @FXML private MenuButton export;
  @FXML private TreeTableView<MatrixRow> table;

  /**
   * @param compare opens the comparison of two environments, the base first
   */
  public MatrixController(WorkspaceViewModel workspace, RulesInForce rules, ToComparison compare) {
    this.workspace = workspace;
    this.rules = rules;
    this.pane = new MatrixPane(workspace, rules, compare);
    this.headings = new MatrixHeadings(workspace);
  }

  @FXML
  void initialize() {
    table.setShowRoot(false);
    table.setFixedCellSize(30);
    table.widthProperty().addListener(ignored -> fit());
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.getFocusModel().focusedCellProperty().addListener(ignored -> look());
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        chosen.ifPresent(pane::open);
      }
    });
    page.setRight(pane);
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    onlyWhatDiffers.setOnAction(ignored -> show());
    rootChoice.valueProperty().addListener(ignored -> again());
    rules.state().addListener(ignored -> again());
    workspace.opened().addListener(ignored -> roots());
    new MatrixExports(workspace, export, this::seen).fill();
    roots();
  }

  private void roots() {
    filling = true;
    matrix = Optional.empty();
    compared.clear();
    rootChoice.getItems().setAll(Messages.text("matrix.allroots"));
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            opened.workspace().roots().forEach(root -> rootChoice.getItems().add(root.name())));
    rootChoice.getSelectionModel().selectFirst();
    filling = false;
  }

  /** Builds the matrix when the page is first looked at. */
  public void enter() {
    table.requestFocus();
    if (matrix.isEmpty()) {
      rules.opened().ifPresent(this::build);
    }
  }

  private void again() {
    if (!filling && matrix.isPresent()) {
      rules.opened().ifPresent(this::build);
    }
  }

  private Set<String> wantedRoots() {
    return rootChoice.getSelectionModel().getSelectedIndex() <= 0
        ? Set.of()
        : Set.of(rootChoice.getValue());
  }

  private void build(Opened opened) {
    Set<String> roots = wantedRoots();
    workspace
        .background()
        .ask(
            "matrix",
            Messages.text("status.matrix"),
            progress -> BuildMatrix.build(opened, roots, progress),
            answer -> {
              matrix = Optional.of(answer);
              compared.clear();
              columns(answer);
              show();
            },
            error -> workspace.fail(error, () -> build(opened)));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> chosen.ifPresent(pane::open);
      case A -> chosen.ifPresent(pane::acknowledge);
      case D -> {
        onlyWhatDiffers.setSelected(!onlyWhatDiffers.isSelected());
        show();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** What the chosen cell differs in from the one on its left. */
  private void look() {
    TreeTablePosition<MatrixRow, ?> cell = table.getFocusModel().getFocusedCell();
    int column = cell.getColumn() - 1;
    TreeItem<MatrixRow> item = cell.getRow() < 0 ? null : table.getTreeItem(cell.getRow());
    Optional<MatrixDocument.Row> row = Optional.ofNullable(item).flatMap(i -> i.getValue().row());
    chosen = Optional.empty();
    if (row.isEmpty() || column < 1 || matrix.isEmpty()) {
      pane.clear();
      return;
    }
    List<MatrixDocument.Column> all = matrix.get().columns();
    var bare =
        new MatrixPane.Chosen(
            row.get().name(),
            all.get(column - 1).environment(),
            all.get(column).environment(),
            Optional.empty(),
            List.of());
    chosen = Optional.of(bare);
    Comparison known = compared.get(column);
    if (known != null) {
      show(bare, row.get(), known);
    } else {
      rules.opened().ifPresent(opened -> compare(opened, column, bare, row.get()));
    }
  }

  private void compare(Opened opened, int column, MatrixPane.Chosen bare, MatrixDocument.Row row) {
    Question question =
        Question.tips(Selection.environment(bare.left()), Selection.environment(bare.here()))
            .about(wantedRoots());
    workspace
        .background()
        .ask(
            "matrix cell",
            Messages.text("status.comparing", bare.here(), bare.left()),
            progress -> Compare.compare(opened, question, progress),
            answer -> {
              compared.put(column, answer);
              if (chosen.filter(c -> c.name().equals(bare.name())).isPresent()) {
                show(bare, row, answer);
              }
            },
            error -> workspace.fail(error, this::look));
  }

  private void show(MatrixPane.Chosen bare, MatrixDocument.Row row, Comparison comparison) {
    Optional<ComparedApplication> found =
        comparison.applications().stream()
            .filter(a ->
                a.change().node().name().equals(row.name())
                    && a.change().id().namespace().equals(row.namespace())
                    && a.change().node().kind().text().equals(row.kind()))
            .max(java.util.Comparator.comparing(ComparedApplication::differs));
    var whole =
        new MatrixPane.Chosen(
            bare.name(), bare.left(), bare.here(), found, MatrixCommits.of(comparison, row.name()));
    chosen = Optional.of(whole);
    pane.show(whole);
  }

  private void columns(MatrixDocument document) {
    var columns = new ArrayList<TreeTableColumn<MatrixRow, ?>>();
    TreeTableColumn<MatrixRow, MatrixRow> name =
        new TreeTableColumn<>(Messages.text("matrix.application"));
    name.setPrefWidth(NAME);
    name.setSortable(false);
    name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    name.setCellFactory(ignored -> new MatrixNameCell(workspace));
    columns.add(name);
    for (int i = 0; i < document.columns().size(); i++) {
      columns.add(column(document.columns().get(i), i));
    }
    table.getColumns().setAll(columns);
    fit();
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

  private TreeTableColumn<MatrixRow, MatrixRow> column(
      MatrixDocument.Column environment, int index) {
    TreeTableColumn<MatrixRow, MatrixRow> column = new TreeTableColumn<>();
    column.setGraphic(headings.of(environment, index == 0));
    column.setPrefWidth(CELL);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    column.setCellFactory(ignored ->
        new MatrixCell(index, layer -> headings.ofLayer(environment, index == 0, layer)));
    return column;
  }

  private Optional<MatrixDocument> seen() {
    return matrix.map(m -> onlyWhatDiffers.isSelected() ? m.onlyWhatDiffers() : m);
  }

  private void show() {
    if (matrix.isEmpty()) {
      return;
    }
    MatrixDocument whole = matrix.get();
    MatrixDocument shown = seen().orElse(whole);
    Map<String, TreeItem<MatrixRow>> layers = new LinkedHashMap<>();
    for (MatrixDocument.Row row : shown.rows()) {
      layers
          .computeIfAbsent(row.layer(), layer -> new TreeItem<>(new MatrixRow.Layer(layer)))
          .getChildren()
          .add(item(row));
    }
    var root = new TreeItem<MatrixRow>(new MatrixRow.Layer(""));
    root.getChildren().setAll(layers.values());
    layers.values().forEach(layer -> layer.setExpanded(true));
    table.setRoot(root);
    table.requestFocus();
    long differing = whole.rows().stream().filter(MatrixDocument.Row::differs).count();
    int hidden = whole.hidden().values().stream().mapToInt(Integer::intValue).sum();
    summary.setText(
        Messages.text(
            "matrix.summary",
            differing,
            whole.rows().size(),
            whole.rows().size() - shown.rows().size(),
            hidden));
  }

  private static TreeItem<MatrixRow> item(MatrixDocument.Row row) {
    var item = new TreeItem<MatrixRow>(new MatrixRow.OfApplication(row));
    if (row.lines().size() > 1) {
      row.lines()
          .forEach(line -> item.getChildren().add(new TreeItem<>(new MatrixRow.OfRoot(row, line))));
    }
    return item;
  }
}
