package dev.layerscope.ui.edit;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.edit.FileChange;
import dev.layerscope.operation.ChangeDetails;
import dev.layerscope.operation.ReviewLink;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** The page of changes: what was committed here on the left, one of them on the right. */
public final class ChangesController {
  private final WorkspaceViewModel workspace;
  private final ChangesViewModel model;
  private final EditController edit;
  private final DiffList diff = new DiffList(true);
  private final List<KeptPlan> kept = new ArrayList<>();

  @FXML private BorderPane list;
  @FXML private StackPane form;
  @FXML private Label counts;
  @FXML private Label said;
  @FXML private Label nothing;
  @FXML private VBox plans;
  @FXML private ListView<ChangeDetails> sets;
  @FXML private BorderPane detail;
  @FXML private VBox facts;
  @FXML private StackPane texts;
  @FXML private MenuButton more;
  @FXML private Button push;

  public ChangesController(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    this.model = new ChangesViewModel(workspace);
    this.edit = new EditController(workspace, new EditViewModel(workspace));
  }

  @FXML
  void initialize() {
    form.getChildren().add(Views.load(edit));
    edit.onClose(this::close);
    edit.beside(() -> List.copyOf(kept));
    texts.getChildren().add(diff);
    diff.setAccessibleText(Messages.text("plan.texts"));
    sets.setItems(model.changes());
    sets.setCellFactory(ignored -> new Row());
    sets.getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> show(Optional.ofNullable(now)));
    model.changes().addListener((ListChangeListener<ChangeDetails>) ignored -> count());
    model
        .said()
        .addListener((ignored, before, now) -> {
          said.setText(now);
          said.setVisible(!now.isEmpty());
          said.setManaged(!now.isEmpty());
        });
    for (EditKind kind : EditKind.values()) {
      var item = new MenuItem(Messages.text(kind.title()), Pieces.icon(kind.icon(), 16));
      item.setOnAction(ignored -> start(kind, Map.of()));
      more.getItems().add(item);
    }
    workspace.opened().addListener(ignored -> model.refresh());
    count();
  }

  /** The page is looked at. */
  public void enter() {
    if (form.isVisible()) {
      edit.enter();
    } else {
      model.refresh();
      sets.requestFocus();
    }
  }

  /** Begins an edit, with what is known where it was begun. */
  public void start(EditKind kind, Map<String, String> known) {
    form.setVisible(true);
    list.setVisible(false);
    edit.start(kind, known);
  }

  /** Begins what another page wants. */
  public void start(EditWish wish) {
    switch (wish) {
      case EditWish.Form(EditWish.Kind kind, Map<String, String> known) ->
          start(EditKind.of(kind), known);
      case EditWish.Ready ready -> {
        form.setVisible(true);
        list.setVisible(false);
        edit.start(ready);
      }
    }
  }

  /** Back to the list, where what was planned waits. */
  private void close() {
    edit.kept()
        .ifPresent(plan -> {
          kept.removeIf(plan::sameAs);
          kept.addFirst(plan);
        });
    showPlans();
    form.setVisible(false);
    list.setVisible(true);
    enter();
  }

  @FXML
  void bindTeam() {
    start(EditKind.TEAM, Map.of());
  }

  @FXML
  void addLayer() {
    start(EditKind.LAYER, Map.of());
  }

  @FXML
  void pushAll() {
    model.push(Optional.empty());
  }

  private void showPlans() {
    plans.getChildren().setAll(kept.stream().map(this::row).toList());
    count();
  }

  private Node row(KeptPlan plan) {
    var open = new Hyperlink(plan.title());
    open.setMinWidth(0);
    open.setOnAction(ignored -> {
      kept.remove(plan);
      form.setVisible(true);
      list.setVisible(false);
      edit.resume(plan);
    });
    var row =
        Pieces.row(
            8,
            open,
            Pieces.spring(),
            Pieces.label(Messages.text("changes.state.planned"), "chip", "accent"),
            Pieces.iconButton(
                "fth-x",
                Messages.text("changes.forget", plan.title()),
                () -> {
                  kept.remove(plan);
                  showPlans();
                }));
    row.getStyleClass().add("plan-file");
    return row;
  }

  private void count() {
    counts.setText(
        Messages.text(
            "changes.counts",
            Messages.count("count.sets", model.changes().size()),
            model.waiting()));
    push.setDisable(model.waiting() == 0);
    nothing.setVisible(model.changes().isEmpty() && kept.isEmpty());
    if (sets.getSelectionModel().isEmpty() && !model.changes().isEmpty()) {
      sets.getSelectionModel().selectFirst();
    }
  }

  private void show(Optional<ChangeDetails> chosen) {
    detail.setVisible(chosen.isPresent());
    chosen.ifPresent(this::show);
  }

  private void show(ChangeDetails change) {
    var nodes = new ArrayList<Node>();
    nodes.add(Pieces.label(change.set().title(), "heading"));
    nodes.add(
        Pieces.row(
            8,
            Pieces.label(stateText(change), "chip"),
            Pieces.label(change.set().id(), "caption", "muted")));
    boolean stands =
        change.state() == ChangeDetails.State.COMMITTED
            || change.state() == ChangeDetails.State.PUSHED;
    boolean here = change.state() == ChangeDetails.State.COMMITTED;
    nodes.add(
        Pieces.row(
            8,
            button("changes.undo", "undoSet", stands, () -> model.undo(change.set())),
            button("changes.topic", "topic", here, this::pushToTopic),
            button("changes.export", "export", true, () -> export(change))));
    change
        .set()
        .part()
        .ifPresent(part ->
            nodes.add(
                Pieces.label(
                    Messages.text("changes.step", part.number(), part.of(), part.release()),
                    "caption",
                    "muted")));
    change.branches().forEach(branch -> nodes.add(branch(branch)));
    facts.getChildren().setAll(nodes);
    texts(change);
  }

  private static Node branch(ChangeDetails.BranchFiles branch) {
    var row =
        Pieces.row(
            8,
            Pieces.label(branch.repository().shortName() + ".git", "strong"),
            Pieces.label("⎇ " + branch.branch(), "chip"),
            Pieces.label(branch.commit().map(id -> id.substring(0, 7)).orElse(""), "caption"));
    if (branch.diverged()) {
      row.getChildren().add(Pieces.label(Messages.text("changes.diverged"), "chip", "warning"));
    }
    row.getChildren().add(Pieces.spring());
    branch
        .pushCommand()
        .ifPresent(
            c -> row.getChildren().add(Pieces.copyLink(Messages.text("changes.copy.push"), c)));
    branch
        .fetchCommand()
        .ifPresent(
            c -> row.getChildren().add(Pieces.copyLink(Messages.text("changes.copy.fetch"), c)));
    ReviewLink.of(branch.repository(), branch.branch(), "layerscope/" + branch.branch())
        .ifPresent(
            l -> row.getChildren().add(Pieces.copyLink(Messages.text("changes.copy.review"), l)));
    return row;
  }

  private void texts(ChangeDetails change) {
    var rows = new ArrayList<DiffRow>();
    for (ChangeDetails.BranchFiles branch : change.branches()) {
      for (FileChange file : branch.files()) {
        List<DiffRow> lines = DiffRow.of(file.before().orElse(""), file.after().orElse(""));
        rows.add(
            new DiffRow.Head(
                file.path().value(),
                branch.repository().shortName() + " " + branch.branch(),
                DiffRow.count(lines, AlignedLine.Kind.ADDED),
                DiffRow.count(lines, AlignedLine.Kind.REMOVED)));
        rows.addAll(lines);
      }
    }
    diff.show(rows);
  }

  private static Button button(String key, String id, boolean enabled, Runnable action) {
    var button = new Button(Messages.text(key));
    button.setId(id);
    button.setDisable(!enabled);
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    button.setOnAction(ignored -> action.run());
    return button;
  }

  private void pushToTopic() {
    var dialog = new TextInputDialog("layerscope/review");
    dialog.initOwner(list.getScene().getWindow());
    dialog.setHeaderText(Messages.text("changes.topic.ask"));
    dialog
        .showAndWait()
        .filter(name -> !name.isBlank())
        .ifPresent(name -> model.push(Optional.of(name.strip())));
  }

  private void export(ChangeDetails change) {
    File folder = new DirectoryChooser().showDialog(list.getScene().getWindow());
    if (folder != null) {
      model.export(change.set(), folder.toPath());
    }
  }

  private static String stateText(ChangeDetails change) {
    return Messages.text("changes.state." + change.state().name().toLowerCase(Locale.ROOT));
  }

  /** One change set in the list. */
  private static final class Row extends ListCell<ChangeDetails> {
    @Override
    protected void updateItem(ChangeDetails change, boolean empty) {
      super.updateItem(change, empty);
      if (empty || change == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      Label title = Pieces.label(change.set().title());
      title.setMinWidth(0);
      setGraphic(Pieces.row(8, title, Pieces.spring(), Pieces.label(stateText(change), "chip")));
      setAccessibleText(change.set().title() + ", " + stateText(change));
    }
  }
}
