package dev.layerscope.ui.compare;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.MatrixHtml;
import dev.layerscope.export.MatrixText;
import dev.layerscope.operation.BuildMatrix;
import dev.layerscope.operation.Opened;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTablePosition;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The matrix page: every Application in every environment, each beside the one on its left. */
public final class MatrixController {
  private final WorkspaceViewModel workspace;
  private final BiConsumer<String, String> compare;
  private Optional<MatrixDocument> matrix = Optional.empty();

  @FXML private BorderPane page;
  @FXML private ToggleButton onlyWhatDiffers;
  @FXML private Label summary;
  @FXML private MenuButton export;
  @FXML private TreeTableView<MatrixRow> table;

  /**
   * @param compare opens the comparison of two environments, the base first
   */
  public MatrixController(WorkspaceViewModel workspace, BiConsumer<String, String> compare) {
    this.workspace = workspace;
    this.compare = compare;
  }

  @FXML
  void initialize() {
    table.setShowRoot(false);
    table.setFixedCellSize(30);
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open();
      }
    });
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    onlyWhatDiffers.setOnAction(ignored -> show());
    workspace.opened().addListener(ignored -> matrix = Optional.empty());
    item("matrix.csv", "csv", MatrixText::csv);
    item("matrix.markdown", "md", MatrixText::markdown);
    item("matrix.html", "html", MatrixHtml::print);
  }

  /** Builds the matrix when the page is first looked at. */
  public void enter() {
    table.requestFocus();
    if (matrix.isEmpty()) {
      workspace.opened().get().ifPresent(this::build);
    }
  }

  private void build(Opened opened) {
    workspace
        .background()
        .ask(
            "matrix",
            Messages.text("status.matrix"),
            progress -> BuildMatrix.build(opened, Set.of(), progress),
            answer -> {
              matrix = Optional.of(answer);
              columns(answer);
              show();
            },
            error -> workspace.fail(error, () -> build(opened)));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      open();
      event.consume();
    } else if (event.getCode() == KeyCode.D && !event.isShortcutDown()) {
      onlyWhatDiffers.setSelected(!onlyWhatDiffers.isSelected());
      show();
      event.consume();
    }
  }

  /** The chosen cell is compared with the one on its left. */
  private void open() {
    List<TreeTableColumn<MatrixRow, ?>> columns = List.copyOf(table.getColumns());
    for (TreeTablePosition<MatrixRow, ?> cell : table.getSelectionModel().getSelectedCells()) {
      int column = cell.getColumn();
      if (column >= 2 && column < columns.size() && matrix.isPresent()) {
        List<MatrixDocument.Column> environments = matrix.get().columns();
        compare.accept(
            environments.get(column - 1).environment(), environments.get(column - 2).environment());
        return;
      }
    }
  }

  private void columns(MatrixDocument document) {
    table.getColumns().clear();
    TreeTableColumn<MatrixRow, MatrixRow> name =
        new TreeTableColumn<>(Messages.text("matrix.application"));
    name.setPrefWidth(260);
    name.setSortable(false);
    name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    name.setCellFactory(ignored -> new MatrixNameCell(workspace));
    table.getColumns().add(name);
    for (int i = 0; i < document.columns().size(); i++) {
      table.getColumns().add(column(document.columns().get(i), i));
    }
  }

  private static TreeTableColumn<MatrixRow, MatrixRow> column(
      MatrixDocument.Column environment, int index) {
    TreeTableColumn<MatrixRow, MatrixRow> column = new TreeTableColumn<>();
    int behind = environment.heads().stream().mapToInt(MatrixDocument.Head::behind).sum();
    int ahead = environment.heads().stream().mapToInt(MatrixDocument.Head::ahead).sum();
    var newest =
        environment.heads().stream()
            .max(java.util.Comparator.comparing(MatrixDocument.Head::date))
            .map(head -> head.subject())
            .orElse("");
    var head =
        new VBox(
            2,
            Pieces.label(environment.environment(), "strong"),
            Pieces.label(newest, "subtle", "caption"),
            Pieces.label(
                index == 0
                    ? Messages.text("matrix.first")
                    : Messages.text("matrix.behind", behind, ahead),
                "subtle",
                "caption"));
    column.setGraphic(head);
    column.setPrefWidth(230);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    column.setCellFactory(ignored -> new MatrixCell(index));
    return column;
  }

  private void show() {
    if (matrix.isEmpty()) {
      return;
    }
    MatrixDocument whole = matrix.get();
    MatrixDocument shown = onlyWhatDiffers.isSelected() ? whole.onlyWhatDiffers() : whole;
    Map<String, TreeItem<MatrixRow>> layers = new LinkedHashMap<>();
    for (MatrixDocument.Row row : shown.rows()) {
      var item = new TreeItem<MatrixRow>(new MatrixRow.OfApplication(row));
      if (row.lines().size() > 1) {
        row.lines()
            .forEach(
                line -> item.getChildren().add(new TreeItem<>(new MatrixRow.OfRoot(row, line))));
      }
      layers
          .computeIfAbsent(row.layer(), layer -> new TreeItem<>(new MatrixRow.Layer(layer)))
          .getChildren()
          .add(item);
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

  private void item(String key, String ending, Function<MatrixDocument, String> print) {
    var item = new MenuItem(Messages.text(key));
    item.setOnAction(ignored -> matrix.ifPresent(m -> save(m, ending, print)));
    export.getItems().add(item);
  }

  private void save(
      MatrixDocument document, String ending, Function<MatrixDocument, String> print) {
    var chooser = new FileChooser();
    chooser.setInitialFileName("matrix." + ending);
    File chosen = chooser.showSaveDialog(page.getScene().getWindow());
    if (chosen != null) {
      String text =
          print.apply(onlyWhatDiffers.isSelected() ? document.onlyWhatDiffers() : document);
      workspace
          .background()
          .ask(
              "export",
              Messages.text("status.matrix"),
              progress -> write(chosen, text),
              ignored -> {},
              error -> workspace.fail(error, () -> {}));
    }
  }

  private static File write(File file, String text) throws IOException {
    Files.writeString(file.toPath(), text);
    return file;
  }
}
