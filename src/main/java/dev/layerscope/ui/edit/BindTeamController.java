package dev.layerscope.ui.edit;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The page that binds a team: form on the left, preview on the right, the commit below. */
public final class BindTeamController {
  private static final Duration TYPING = Duration.millis(350);

  private final WorkspaceViewModel workspace;
  private final BindTeamViewModel model;
  private final PlanController plan;
  private final PauseTransition typing = new PauseTransition(TYPING);
  private String proposed = "";

  @FXML private BorderPane page;
  @FXML private TextField name;
  @FXML private Label nameHint;
  @FXML private ComboBox<String> in;
  @FXML private ComboBox<String> environment;
  @FXML private ComboBox<String> repository;
  @FXML private TextField namespace;
  @FXML private TextField group;
  @FXML private Label status;
  @FXML private StackPane preview;
  @FXML private TextField message;
  @FXML private Label messageLength;
  @FXML private Button commit;
  @FXML private HBox commitPlace;
  @FXML private HBox result;
  @FXML private Label resultText;
  @FXML private Button undo;

  public BindTeamController(WorkspaceViewModel workspace, BindTeamViewModel model) {
    this.workspace = workspace;
    this.model = model;
    plan = new PlanController();
  }

  @FXML
  void initialize() {
    preview.getChildren().add(Views.load(plan));
    model.name().bind(name.textProperty());
    model.namespace().bind(namespace.textProperty());
    model.group().bind(group.textProperty());
    in.valueProperty()
        .addListener((ignored, before, now) -> model.in().set(now == null ? "" : now));
    environment
        .valueProperty()
        .addListener((ignored, before, now) -> model.environment().set(now == null ? "" : now));
    repository
        .getEditor()
        .textProperty()
        .addListener((ignored, before, now) -> model.repository().set(now));
    namespace.promptTextProperty().bind(name.textProperty());
    typing.setOnFinished(ignored -> model.plan());
    for (var property :
        new javafx.beans.property.StringProperty[] {
          model.name(),
          model.in(),
          model.environment(),
          model.repository(),
          model.namespace(),
          model.group()
        }) {
      property.addListener(ignored -> typing.playFromStart());
    }
    message
        .textProperty()
        .addListener((ignored, before, now) ->
            messageLength.setText(Messages.text("bind.length", now.length())));
    model.state().addListener((ignored, before, now) -> show(now));
    workspace.opened().addListener(ignored -> choices());
    workspace.shown().addListener(ignored -> hosts());
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    choices();
    hosts();
    show(model.state().get());
  }

  /** Puts the cursor where typing begins. */
  public void enter() {
    // The form's scroll pane takes its content into the scene with the next frame.
    Background.afterFrames(1, name::requestFocus);
  }

  private void choices() {
    workspace
        .opened()
        .get()
        .ifPresent(opened -> {
          Workspace now = opened.workspace();
          environment
              .getItems()
              .setAll(now.environments().stream().map(Workspace.Environment::name).toList());
          environment.getSelectionModel().selectFirst();
          repository
              .getItems()
              .setAll(now.repositories().stream().map(r -> r.url().display()).toList());
        });
  }

  /** Roots and layers can bind a team; both are offered by name. */
  private void hosts() {
    workspace
        .shown()
        .get()
        .ifPresent(shown -> {
          String kept = in.getValue();
          Set<String> hosts = new LinkedHashSet<>();
          shown.hierarchy().roots().forEach(root -> hosts.add(root.name()));
          shown.looks().all().stream()
              .filter(look -> look.number() != 3)
              .forEach(look -> hosts.add(look.label()));
          in.getItems().setAll(hosts);
          in.setValue(kept == null ? hosts.stream().findFirst().orElse("") : kept);
        });
  }

  private void show(BindTeamViewModel.State state) {
    result.setVisible(false);
    result.setManaged(false);
    String why =
        switch (state) {
          case BindTeamViewModel.State.Incomplete(String what) -> what;
          case BindTeamViewModel.State.Planning() -> Messages.text("bind.planning");
          case BindTeamViewModel.State.Refused(String reason) -> reason;
          case BindTeamViewModel.State.Planned(PlannedEdit edit) -> planned(edit);
          case BindTeamViewModel.State.Committed(var changeSet) ->
              done(
                  Messages.text(
                      "bind.done",
                      changeSet.title(),
                      Messages.count("count.branches", changeSet.moves().size())),
                  true);
          case BindTeamViewModel.State.Undone(String title) ->
              done(Messages.text("bind.undone", title), false);
        };
    boolean ready = state instanceof BindTeamViewModel.State.Planned;
    boolean refused = state instanceof BindTeamViewModel.State.Refused;
    status.setText(why);
    status.getStyleClass().setAll("label", "small", refused ? "error" : "muted");
    if (!ready) {
      plan.clear(why.isEmpty() ? Messages.text("bind.nothing") : why);
      commit.setText(Messages.text("bind.commit.none"));
    }
    commit.setDisable(!ready);
    Tooltip.install(
        commitPlace,
        new Tooltip(
            ready
                ? Messages.text("bind.commit.tip")
                : why.isEmpty() ? Messages.text("bind.incomplete") : why));
    var complaint = model.complaint();
    boolean bad =
        complaint.isPresent()
            && !name.getText().isBlank()
            && !repository.getEditor().getText().isBlank();
    nameHint.setText(bad ? complaint.get() : ready ? Messages.text("bind.free") : "");
    nameHint.getStyleClass().setAll("label", "hint", bad ? "error" : "ok");
  }

  private String planned(PlannedEdit edit) {
    plan.show(edit);
    int branches = edit.plan().branches().size();
    commit.setText(Messages.count("bind.commit", branches));
    String first = edit.message().lines().findFirst().orElse("");
    if (message.getText().isEmpty() || message.getText().equals(proposed)) {
      message.setText(first);
    }
    proposed = first;
    int files = edit.plan().branches().stream().mapToInt(b -> b.files().size()).sum();
    return Messages.text(
        "bind.ready",
        Messages.count("count.branches", branches),
        Messages.count("count.files", files));
  }

  private String done(String text, boolean canUndo) {
    result.setVisible(true);
    result.setManaged(true);
    resultText.setText(text);
    undo.setVisible(canUndo);
    return text;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !commit.isDisabled()) {
      commit();
      event.consume();
    }
  }

  @FXML
  void commit() {
    commit.setDisable(true);
    model.commit(message.getText().equals(proposed) ? "" : message.getText());
  }

  @FXML
  void undo() {
    model.undo();
  }
}
