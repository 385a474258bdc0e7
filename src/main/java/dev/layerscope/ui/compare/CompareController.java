package dev.layerscope.ui.compare;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.operation.Comparison;
import dev.layerscope.operation.Question;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace.Environment;
import java.util.List;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The compare page: two pickers, a tree of what differs, two texts beside each other. */
public final class CompareController {
  private final WorkspaceViewModel workspace;
  private final CompareViewModel model;
  private final DiffList sideBySide = new DiffList(false);
  private final DiffList unified = new DiffList(true);
  private DiffList diff = sideBySide;
  private boolean filling;

  @FXML private BorderPane page;
  @FXML private ComboBox<String> base;
  @FXML private ComboBox<String> incoming;
  @FXML private Label summary;
  @FXML private TreeView<CompareRow> tree;
  @FXML private Label treeTitle;
  @FXML private Label textTitle;
  @FXML private HBox textCounts;
  @FXML private Label fromSide;
  @FXML private Label toSide;
  @FXML private Label fromPlace;
  @FXML private Label toPlace;
  @FXML private StackPane diffPane;
  @FXML private HBox sinceBox;
  @FXML private HBox modeBox;
  @FXML private HBox layoutBox;
  @FXML private Label riskCount;
  @FXML private VBox hiddenBox;
  @FXML private Label viewedLabel;
  @FXML private ProgressBar viewedBar;
  private final ToggleGroup sinceGroup = new ToggleGroup();
  private final ToggleGroup modeGroup = new ToggleGroup();
  private final ToggleGroup layoutGroup = new ToggleGroup();

  public CompareController(WorkspaceViewModel workspace, CompareViewModel model) {
    this.workspace = workspace;
    this.model = model;
  }

  @FXML
  void initialize() {
    for (DiffList list : List.of(sideBySide, unified)) {
      diffPane.getChildren().add(list);
      list.setAccessibleText(Messages.text("compare.texts"));
      list.setPlaceholder(Pieces.label(Messages.text("compare.choose"), "muted"));
    }
    unified.setVisible(false);
    switches();
    tree.setShowRoot(false);
    tree.setFixedCellSize(24);
    tree.setCellFactory(ignored -> new CompareCell(workspace, model));
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> {
          if (now != null) {
            model.look(now.getValue());
          }
        });
    workspace.opened().addListener(ignored -> pickers());
    workspace
        .shown()
        .addListener((ignored, before, now) -> {
          if (before.isPresent() && model.comparison().get().isPresent()) {
            run();
          }
        });
    base.valueProperty().addListener(ignored -> run());
    incoming.valueProperty().addListener(ignored -> run());
    model.comparison().addListener((ignored, before, now) -> now.ifPresent(this::show));
    model.text().addListener((ignored, before, now) -> show(now));
    model
        .viewed()
        .addListener(
            (SetChangeListener<String>)
                change -> {
                  tree.refresh();
                  viewedCount();
                });
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    pickers();
    show(CompareViewModel.Text.NOTHING);
  }

  /** Compares when the page is first looked at. */
  public void enter() {
    tree.requestFocus();
    if (model.comparison().get().isEmpty()) {
      run();
    }
  }

  /** Compares two environments by name. */
  public void choose(String from, String to) {
    filling = true;
    base.setValue(from);
    incoming.setValue(to);
    filling = false;
    run();
  }

  private void pickers() {
    List<String> names =
        workspace
            .opened()
            .get()
            .map(o -> o.workspace().environments().stream().map(Environment::name).toList())
            .orElse(List.of());
    filling = true;
    model.clear();
    base.getItems().setAll(names);
    incoming.getItems().setAll(names);
    if (!names.isEmpty()) {
      base.setValue(names.getLast());
      incoming.setValue(names.getFirst());
    }
    filling = false;
    summary.setText(names.size() < 2 ? Messages.text("compare.few") : "");
  }

  private void run() {
    if (!filling
        && base.getValue() != null
        && incoming.getValue() != null
        && !base.getValue().equals(incoming.getValue())) {
      model.compare(base.getValue(), incoming.getValue());
    }
  }

  @FXML
  void swap() {
    String was = base.getValue();
    filling = true;
    base.setValue(incoming.getValue());
    incoming.setValue(was);
    filling = false;
    run();
  }

  private void show(Comparison comparison) {
    String from = name(comparison.from());
    String to = name(comparison.to());
    long differences = comparison.differences();
    long files = comparison.repositories().stream().mapToLong(r -> r.files().size()).sum();
    summary.setText(
        differences == 0 && files == 0 && !comparison.anythingUnknown()
            ? Messages.text("compare.equal", to, from, comparison.applications().size())
            : Messages.text("compare.summary", differences, comparison.applications().size(), files)
                + (comparison.anythingUnknown() ? " " + Messages.text("compare.unknown") : ""));
    TreeItem<CompareRow> top = CompareTree.of(comparison);
    tree.setRoot(top);
    long risks = comparison.applications().stream().mapToLong(a -> a.risks().size()).sum();
    treeTitle.setText(Messages.count("count.differences", differences + files));
    riskCount.setText(Messages.count("count.risks", risks));
    riskCount.setVisible(risks > 0);
    hidden(comparison);
    viewedCount();
    fromSide.setText(
        from
            + "   "
            + Messages.text(
                model.since().get() == Question.Since.TIPS ? "compare.asis" : "compare.wasthen"));
    toSide.setText(to + "   " + Messages.text("compare.brings"));
    selectFirst(top);
    // What had the focus may have left with the page before: single keys are for the tree.
    tree.requestFocus();
  }

  /** What is hidden is always counted, rule by rule. */
  private void hidden(Comparison comparison) {
    int count = comparison.hidden();
    hiddenBox.getChildren().clear();
    if (count == 0 && !model.showHidden().get()) {
      return;
    }
    var link =
        new Hyperlink(Messages.text(model.showHidden().get() ? "compare.hide" : "compare.show"));
    link.setOnAction(ignored -> toggleHidden());
    String words =
        model.showHidden().get()
            ? Messages.text("compare.allshown")
            : Messages.text("compare.hidden", count, comparison.hiddenByRule().size());
    hiddenBox
        .getChildren()
        .add(Pieces.row(6, Pieces.label(words, "strong"), Pieces.spring(), link));
    comparison
        .hiddenByRule()
        .forEach((rule, hits) ->
            hiddenBox
                .getChildren()
                .add(
                    Pieces.row(
                        6,
                        Pieces.label(rule, "muted", "small"),
                        Pieces.spring(),
                        Pieces.label(Integer.toString(hits), "muted", "small"))));
  }

  private void toggleHidden() {
    model.showHidden().set(!model.showHidden().get());
    run();
  }

  private void viewedCount() {
    TreeItem<CompareRow> top = tree.getRoot();
    long all =
        top == null
            ? 0
            : CompareTree.all(top).filter(item -> item.getValue().looksAtSomething()).count();
    viewedLabel.setText(Messages.text("compare.viewed", model.viewed().size(), all));
    viewedBar.setProgress(all == 0 ? 0 : (double) model.viewed().size() / all);
  }

  /** A changed Application is the best to begin with: it has two sides to look at. */
  private void selectFirst(TreeItem<CompareRow> top) {
    CompareTree.all(top)
        .filter(item -> item.getValue().looksAtSomething())
        .findFirst()
        .ifPresent(item -> tree.getSelectionModel().select(item));
  }

  /** The two rows of switches: what is compared, and how it is looked at. */
  private void switches() {
    sinceBox
        .getChildren()
        .setAll(
            choice("compare.tips", true, () -> since(Question.Since.TIPS), sinceGroup),
            choice("compare.diverged", false, () -> since(Question.Since.DIVERGED), sinceGroup));
    modeBox
        .getChildren()
        .setAll(
            choice("compare.structured", true, () -> mode(CompareTexts.Mode.STRUCTURED), modeGroup),
            choice("compare.text", false, () -> mode(CompareTexts.Mode.TEXT), modeGroup),
            choice("compare.rendered", false, () -> mode(CompareTexts.Mode.RENDERED), modeGroup));
    layoutBox
        .getChildren()
        .setAll(
            choice("compare.sides", true, () -> layout(false), layoutGroup),
            choice("compare.unified", false, () -> layout(true), layoutGroup));
  }

  private static ToggleButton choice(
      String key, boolean chosen, Runnable action, ToggleGroup group) {
    var button = new ToggleButton(Messages.text(key));
    button.setToggleGroup(group);
    button.setSelected(chosen);
    button.setOnAction(ignored -> {
      button.setSelected(true);
      action.run();
    });
    return button;
  }

  private void since(Question.Since since) {
    if (model.since().get() != since) {
      model.since().set(since);
      run();
    }
  }

  private void mode(CompareTexts.Mode mode) {
    model.mode().set(mode);
    int place =
        switch (mode) {
          case STRUCTURED -> 0;
          case TEXT -> 1;
          case RENDERED -> 2;
        };
    modeGroup.getToggles().get(place).setSelected(true);
    TreeItem<CompareRow> chosen = tree.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.look(chosen.getValue());
    }
  }

  private void layout(boolean one) {
    diff = one ? unified : sideBySide;
    unified.setVisible(one);
    sideBySide.setVisible(!one);
    layoutGroup.getToggles().get(one ? 1 : 0).setSelected(true);
  }

  private static String name(dev.layerscope.operation.Selection selection) {
    return selection.environmentName().orElse(Messages.text("environment.declared"));
  }

  private void show(CompareViewModel.Text text) {
    textTitle.setText(text.title());
    fromPlace.setText(text.from());
    toPlace.setText(text.to());
    sideBySide.show(text.rows());
    unified.show(text.rows());
    textCounts.getChildren().clear();
    int added = pure(text.rows(), AlignedLine.Kind.ADDED);
    int removed = pure(text.rows(), AlignedLine.Kind.REMOVED);
    int changed = pure(text.rows(), AlignedLine.Kind.CHANGED);
    count("+" + added, added, "diff-added");
    count("−" + removed, removed, "diff-removed");
    count("≠" + changed, changed, "diff-changed");
  }

  private void count(String shown, int count, String style) {
    if (count > 0) {
      textCounts.getChildren().add(Pieces.label(shown, style, "small"));
    }
  }

  private static int pure(List<DiffRow> rows, AlignedLine.Kind kind) {
    return (int)
        rows.stream()
            .filter(row -> row instanceof DiffRow.Pair(AlignedLine line) && line.kind() == kind)
            .count();
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown() && event.getCode() != KeyCode.F7) {
      return;
    }
    boolean known = true;
    switch (event.getCode()) {
      case F7 -> {
        if (event.isShortcutDown()) {
          row(event.isShiftDown() ? -1 : 1);
        } else {
          difference(event.isShiftDown() ? -1 : 1);
        }
      }
      case J -> difference(1);
      case K -> difference(-1);
      case CLOSE_BRACKET -> row(1);
      case OPEN_BRACKET -> row(-1);
      case T ->
          mode(
              model.mode().get() == CompareTexts.Mode.STRUCTURED
                  ? CompareTexts.Mode.TEXT
                  : CompareTexts.Mode.STRUCTURED);
      case U -> layout(diff == sideBySide);
      case H -> toggleHidden();
      case V -> viewed();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  /** Marks what is looked at as seen, and goes on. */
  private void viewed() {
    TreeItem<CompareRow> chosen = tree.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.getValue().looksAtSomething()) {
      String key = chosen.getValue().key();
      if (!model.viewed().remove(key)) {
        model.viewed().add(key);
        row(1);
      }
    }
  }

  private void row(int direction) {
    int row = tree.getSelectionModel().getSelectedIndex() + direction;
    next(row, direction).ifPresent(at -> tree.getSelectionModel().select((int) at));
  }

  @FXML
  void nextDifference() {
    difference(1);
  }

  @FXML
  void previousDifference() {
    difference(-1);
  }

  /** At the end of a text the next file follows. */
  private void difference(int direction) {
    if (!diff.next(direction)) {
      row(direction);
    }
  }

  private Optional<Integer> next(int from, int direction) {
    for (int row = from; row >= 0 && row < tree.getExpandedItemCount(); row += direction) {
      CompareRow value = tree.getTreeItem(row).getValue();
      if (value.looksAtSomething()) {
        tree.scrollTo(Math.max(0, row - 8));
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
