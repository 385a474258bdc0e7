package dev.layerscope.ui.compare.matrix;

import dev.layerscope.export.MatrixDocument;
import dev.layerscope.export.MatrixHtml;
import dev.layerscope.export.MatrixText;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.compare.BuildMatrix;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.WorkLine;
import dev.layerscope.ui.compare.Reports;
import dev.layerscope.ui.compare.ToComparison;
import dev.layerscope.ui.compare.rule.RulesInForce;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The matrix page: every Application in every environment, each beside the one on its left. */
public final class MatrixController {
  private static final String LANE = "matrix";

  private final WorkspaceViewModel workspace;
  private final RulesInForce rules;
  private final Consumer<NodeId> toNode;
  private final ToComparison overlay;
  private final MatrixPane pane;
  private final MatrixDetails details;
  private Optional<MatrixDocument> matrix = Optional.empty();
  private boolean awaited;
  private boolean filling;

  @FXML private BorderPane page;
  @FXML private ToggleButton onlyWhatDiffers;
  @FXML private ComboBox<MatrixGroup> groupBy;
  @FXML private TextField filter;
  @FXML private ComboBox<String> rootChoice;
  @FXML private Label summary;
  @FXML private MenuButton export;
  @FXML private TreeTableView<MatrixRow> table;
  private MatrixHeadings headings;
  private MatrixTable rows;
  private WorkLine work;

  /**
   * @param compare opens the comparison of two environments, the base first
   * @param overlay draws them over each other
   * @param toNode brings a node of the hierarchy to the front
   */
  @SuppressWarnings("NullAway.Init") // the parts that need the page are made once it is loaded
  public MatrixController(
      WorkspaceViewModel workspace,
      RulesInForce rules,
      ToComparison compare,
      ToComparison overlay,
      Consumer<NodeId> toNode) {
    this.workspace = workspace;
    this.rules = rules;
    this.toNode = toNode;
    this.overlay = overlay;
    this.pane = new MatrixPane(workspace, rules, compare);
    this.details = new MatrixDetails(workspace, rules, pane);
  }

  @FXML
  void initialize() {
    headings = new MatrixHeadings(workspace);
    rows =
        new MatrixTable(
            workspace,
            headings,
            table,
            column -> matrix.ifPresent(m -> branches(m, column, m.columns().get(column).heads())));
    work = new WorkLine(workspace.background(), LANE);
    page.setTop(new VBox(page.getTop(), work));
    page.setRight(pane);
    table.getFocusModel().focusedCellProperty().addListener(ignored -> look());
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        details.chosen().ifPresent(pane::open);
      }
    });
    table.setOnContextMenuRequested(event -> {
      ContextMenu menu = new MatrixMenu(pane, overlay, toNode).of(details.chosen());
      menu.setAutoHide(true);
      table.setContextMenu(menu);
      menu.show(table, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    groupBy.getItems().setAll(MatrixGroup.values());
    groupBy.setConverter(new MatrixGroupWords());
    groupBy.setValue(MatrixGroup.LAYER);
    groupBy.valueProperty().addListener(ignored -> show());
    filter.textProperty().addListener(ignored -> show());
    onlyWhatDiffers.setOnAction(ignored -> show());
    rootChoice.valueProperty().addListener(ignored -> again());
    rules.state().addListener(ignored -> again());
    workspace.opened().addListener(ignored -> roots());
    workspace
        .background()
        .activity(LANE)
        .addListener((ignored, before, now) -> {
          if (before.isPresent() && now.isEmpty()) {
            Background.soon(this::stopped);
          }
        });
    new Reports<>(workspace, export, "matrix", this::seen)
        .add("matrix.csv", "csv", MatrixText::csv)
        .add("report.html", "html", MatrixHtml::print)
        .add("report.markdown", "md", MatrixText::markdown);
    roots();
  }

  private void roots() {
    filling = true;
    matrix = Optional.empty();
    details.forget();
    rootChoice.getItems().setAll(Messages.text("matrix.allroots"));
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            opened.workspace().roots().forEach(root -> rootChoice.getItems().add(root.name())));
    rootChoice.getSelectionModel().selectFirst();
    filling = false;
  }

  /** Goes to the row of a node, now or once the matrix is built; a filter would hide it. */
  public void find(NodeId node) {
    rows.want(node);
    filter.clear();
    show();
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
    work.begins(Messages.text("status.matrix"));
    table.setPlaceholder(Pieces.label(Messages.text("status.matrix"), "muted"));
    awaited = true;
    workspace
        .background()
        .ask(
            LANE,
            Messages.text("status.matrix"),
            progress -> BuildMatrix.build(opened, roots, progress),
            answer -> {
              awaited = false;
              matrix = Optional.of(answer);
              details.forget();
              rows.columns(answer);
              show();
              if (!filter.isFocused()) {
                table.requestFocus();
              }
            },
            error -> {
              awaited = false;
              workspace.fail(error, () -> build(opened));
            });
  }

  /** What was given up is not taken for a matrix without rows. */
  private void stopped() {
    if (awaited && workspace.background().activity(LANE).get().isEmpty()) {
      work.gaveUp(Messages.text("matrix.cancelled"), () -> rules.opened().ifPresent(this::build));
    }
  }

  private void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (event.isShortcutDown() && event.getCode() == KeyCode.F
        || !typing && event.getCode() == KeyCode.SLASH && !event.isShiftDown()) {
      // Not before the key is done with, or it is typed into the field.
      Background.soon(() -> {
        filter.requestFocus();
        filter.selectAll();
      });
    } else if (typing && event.getCode() == KeyCode.ESCAPE) {
      filter.clear();
      table.requestFocus();
    } else if (typing && event.getCode() == KeyCode.ENTER) {
      table.requestFocus();
    } else if (typing || event.isShortcutDown() || event.isAltDown() || !single(event.getCode())) {
      return;
    }
    event.consume();
  }

  private boolean single(KeyCode code) {
    switch (code) {
      case ENTER -> details.chosen().ifPresent(pane::open);
      case RIGHT -> {
        return rows.across(1);
      }
      case LEFT -> {
        return rows.across(-1);
      }
      case A -> details.chosen().ifPresent(pane::acknowledge);
      case G ->
          groupBy
              .getSelectionModel()
              .select(
                  (groupBy.getSelectionModel().getSelectedIndex() + 1) % groupBy.getItems().size());
      case D -> {
        onlyWhatDiffers.setSelected(!onlyWhatDiffers.isSelected());
        show();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void look() {
    Optional<MatrixRow> focused = rows.focused();
    Optional<MatrixDocument.Row> row = focused.flatMap(MatrixRow::row);
    int column = rows.focusedEnvironment();
    if (focused.isPresent()
        && focused.get() instanceof MatrixRow.Group group
        && column >= 0
        && matrix.isPresent()) {
      details.clear();
      branches(matrix.get(), column, headings.of(matrix.get().columns().get(column), group));
    } else if (row.isEmpty() || column < 1 || matrix.isEmpty()) {
      details.clear();
    } else {
      details.look(matrix.get(), focused.get(), column, wantedRoots());
    }
  }

  /** Where repositories are in an environment, beside the table. */
  private void branches(MatrixDocument whole, int column, List<MatrixDocument.Head> heads) {
    String here = whole.columns().get(column).environment();
    String words =
        column == 0
            ? Messages.text("matrix.branchesfirst", here)
            : Messages.text("matrix.branches", here, whole.columns().get(column - 1).environment());
    pane.branches(here, words, heads);
  }

  private Optional<MatrixDocument> seen() {
    return matrix.map(
        m -> new MatrixFilter(filter.getText(), onlyWhatDiffers.isSelected()).of(m, rows.looks()));
  }

  private void show() {
    if (matrix.isEmpty()) {
      return;
    }
    MatrixDocument whole = matrix.get();
    MatrixDocument shown = seen().orElse(whole);
    rows.rows(shown, groupBy.getValue());
    String words = MatrixWords.summary(whole, shown, rules.opened());
    summary.setText(words);
    summary.setTooltip(new Tooltip(words));
    table.setPlaceholder(
        Pieces.label(MatrixWords.nothing(whole, onlyWhatDiffers.isSelected()), "muted"));
  }
}
