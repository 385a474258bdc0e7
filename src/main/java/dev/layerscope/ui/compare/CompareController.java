package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.operation.Comparison;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace.Environment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The compare page: two pickers, a tree of what differs, two texts beside each other. */
public final class CompareController {
  private final WorkspaceViewModel workspace;
  private final CompareViewModel model;
  private final DiffList diff = new DiffList(false);
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

  public CompareController(WorkspaceViewModel workspace, CompareViewModel model) {
    this.workspace = workspace;
    this.model = model;
  }

  @FXML
  void initialize() {
    diffPane.getChildren().addFirst(diff);
    diff.setAccessibleText(Messages.text("compare.texts"));
    diff.setPlaceholder(Pieces.label(Messages.text("compare.choose"), "muted"));
    tree.setShowRoot(false);
    tree.setFixedCellSize(24);
    tree.setCellFactory(ignored -> new CompareCell(workspace));
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
        differences == 0 && files == 0
            ? Messages.text("compare.equal", to, from, comparison.applications().size())
            : Messages.text("compare.summary", differences, comparison.applications().size(), files)
                + (comparison.anythingUnknown() ? " " + Messages.text("compare.unknown") : ""));
    treeTitle.setText(Messages.count("count.differences", differences + files));
    var top = new TreeItem<CompareRow>(new CompareRow.Group("", 0));
    top.getChildren().add(applications(comparison));
    top.getChildren().add(files(comparison));
    tree.setRoot(top);
    fromSide.setText(from + "   " + Messages.text("compare.asis"));
    toSide.setText(to + "   " + Messages.text("compare.brings"));
    selectFirst(top);
  }

  /** A changed Application is the best to begin with: it has two sides to look at. */
  private void selectFirst(TreeItem<CompareRow> top) {
    leaves(top)
        .filter(item ->
            item.getValue() instanceof CompareRow.OfApplication(ComparedApplication application)
                && application.change().change() == Change.CHANGED)
        .findFirst()
        .or(() -> leaves(top).findFirst())
        .ifPresent(item -> tree.getSelectionModel().select(item));
  }

  private static Stream<TreeItem<CompareRow>> leaves(TreeItem<CompareRow> top) {
    return top.getChildren().stream()
        .flatMap(group -> group.getChildren().stream())
        .flatMap(group -> group.getChildren().stream());
  }

  private static String name(dev.layerscope.operation.Selection selection) {
    return selection.environmentName().orElse(Messages.text("environment.declared"));
  }

  private static TreeItem<CompareRow> applications(Comparison comparison) {
    Map<String, TreeItem<CompareRow>> layers = new TreeMap<>();
    int count = 0;
    for (ComparedApplication application : comparison.applications()) {
      if (!application.differs()) {
        continue;
      }
      count++;
      var item = new TreeItem<CompareRow>(new CompareRow.OfApplication(application));
      application
          .resources()
          .forEach(resource ->
              item.getChildren().add(new TreeItem<>(new CompareRow.OfResource(resource))));
      layers
          .computeIfAbsent(
              application.change().node().layer(),
              layer ->
                  new TreeItem<>(
                      new CompareRow.Group(
                          layer.isEmpty() ? Messages.text("compare.nolayer") : layer, 0)))
          .getChildren()
          .add(item);
    }
    var group =
        new TreeItem<CompareRow>(
            new CompareRow.Group(Messages.text("compare.applications"), count));
    group.getChildren().setAll(layers.values());
    group.setExpanded(true);
    layers.values().forEach(layer -> layer.setExpanded(true));
    return group;
  }

  private static TreeItem<CompareRow> files(Comparison comparison) {
    var group =
        new TreeItem<CompareRow>(
            new CompareRow.Group(
                Messages.text("compare.files"),
                comparison.repositories().stream().mapToInt(r -> r.files().size()).sum()));
    for (Comparison.ComparedRepository repository : comparison.repositories()) {
      if (repository.files().isEmpty() && repository.unknown().isEmpty()) {
        continue;
      }
      var item = new TreeItem<CompareRow>(new CompareRow.OfRepository(repository));
      repository
          .files()
          .forEach(file ->
              item.getChildren().add(new TreeItem<>(new CompareRow.OfFile(repository, file))));
      item.setExpanded(repository.files().size() < 30);
      group.getChildren().add(item);
    }
    group.setExpanded(true);
    return group;
  }

  private void show(CompareViewModel.Text text) {
    textTitle.setText(text.title());
    fromPlace.setText(text.from());
    toPlace.setText(text.to());
    diff.show(text.rows());
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
    if (event.getCode() == KeyCode.F7) {
      difference(event.isShiftDown() ? -1 : 1);
      event.consume();
    }
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
      int row = tree.getSelectionModel().getSelectedIndex() + direction;
      next(row, direction).ifPresent(at -> tree.getSelectionModel().select((int) at));
    }
  }

  private Optional<Integer> next(int from, int direction) {
    for (int row = from; row >= 0 && row < tree.getExpandedItemCount(); row += direction) {
      CompareRow value = tree.getTreeItem(row).getValue();
      if (!(value instanceof CompareRow.Group) && !(value instanceof CompareRow.OfRepository)) {
        tree.scrollTo(Math.max(0, row - 8));
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
