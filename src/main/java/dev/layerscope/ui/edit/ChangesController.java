package dev.layerscope.ui.edit;

import dev.layerscope.operation.changeset.ChangeDetails;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
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
  private final WaitingPlans waiting;

  @FXML private BorderPane list;
  @FXML private StackPane form;
  @FXML private Label counts;
  @FXML private Label said;
  @FXML private VBox nothing;
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
    this.waiting = new WaitingPlans(model, this::resume);
  }

  @FXML
  void initialize() {
    form.getChildren().add(Views.load(edit));
    edit.onClose(this::close);
    edit.beside(waiting::all);
    plans.getChildren().add(waiting);
    waiting.changed(this::count);
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
    workspace
        .opened()
        .addListener(ignored -> {
          model.refresh();
          waiting.refresh();
        });
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
    waiting.left(edit.kept(), edit.isDone());
    form.setVisible(false);
    list.setVisible(true);
    enter();
  }

  private void resume(KeptPlan plan) {
    form.setVisible(true);
    list.setVisible(false);
    edit.resume(plan);
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

  private void count() {
    counts.setText(
        Messages.text(
            "changes.counts",
            Messages.count("count.sets", model.changes().size()),
            model.waiting()));
    push.setDisable(model.waiting() == 0);
    nothing.setVisible(model.changes().isEmpty() && waiting.all().isEmpty());
    if (sets.getSelectionModel().isEmpty() && !model.changes().isEmpty()) {
      sets.getSelectionModel().selectFirst();
    }
  }

  private void show(Optional<ChangeDetails> chosen) {
    detail.setVisible(chosen.isPresent());
    chosen.ifPresent(change -> {
      facts
          .getChildren()
          .setAll(
              ChangeFacts.of(
                  change, () -> model.undo(change.set()), this::pushToTopic, () -> export(change)));
      diff.show(ChangeFacts.texts(change));
    });
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
      setGraphic(
          Pieces.row(8, title, Pieces.spring(), Pieces.label(ChangeFacts.state(change), "chip")));
      setAccessibleText(change.set().title() + ", " + ChangeFacts.state(change));
    }
  }
}
