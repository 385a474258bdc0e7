package dev.layerscope.ui.edit;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of an edit: form on the left, preview on the right, the commit below. */
public final class EditController {
  private static final Duration TYPING = Duration.millis(350);

  private final WorkspaceViewModel workspace;
  private final EditViewModel model;
  private final PlanController plan;
  private final PauseTransition typing = new PauseTransition(TYPING);
  private final FormFields fields;
  private Runnable closing = () -> {};
  private String proposed = "";
  private Supplier<List<KeptPlan>> others = List::of;

  @FXML private BorderPane page;
  @FXML private FontIcon icon;
  @FXML private Label title;
  @FXML private VBox form;
  @FXML private Label status;
  @FXML private StackPane preview;
  @FXML private TextField reason;
  @FXML private TextField message;
  @FXML private TextField topic;
  @FXML private Label author;
  @FXML private Label messageLength;
  @FXML private Button commit;
  @FXML private HBox commitPlace;
  @FXML private HBox result;
  @FXML private Label resultText;
  @FXML private Button undo;

  public EditController(WorkspaceViewModel workspace, EditViewModel model) {
    this.workspace = workspace;
    this.model = model;
    plan = new PlanController();
    fields = new FormFields(model, this::typed);
  }

  @FXML
  void initialize() {
    preview.getChildren().add(Views.load(plan));
    typing.setOnFinished(ignored -> model.plan());
    model.kind().addListener(ignored -> showForm());
    reason.textProperty().addListener(ignored -> show(model.state().get()));
    message
        .textProperty()
        .addListener((ignored, before, now) ->
            messageLength.setText(Messages.text("bind.length", now.length())));
    model.state().addListener((ignored, before, now) -> show(now));
    workspace.shown().addListener(ignored -> offer());
    model.images().images().addListener(ignored -> offerImages());
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    showForm();
    show(model.state().get());
  }

  /** What can be said at once is said at once; the plan waits until the typing rests. */
  private void typed() {
    fields.say(model.hints(), "");
    commit.setDisable(true); // what is planned is no longer what is written there
    typing.playFromStart();
  }

  /** Begins an edit, with what is known where it was begun. */
  public void start(EditKind kind, Map<String, String> known) {
    model.give(Optional.empty());
    model.begin(known);
    model.kind().set(kind);
    begin();
  }

  /** Looks at an edit that is known already. */
  public void start(EditWish.Ready wish) {
    model.give(Optional.of(wish));
    begin();
  }

  private void begin() {
    showForm();
    proposed = "";
    message.clear();
    reason.clear();
    topic.clear();
    model.plan();
    enter();
  }

  /** The plan that is looked at, to be taken up again later; empty when there is none. */
  public Optional<KeptPlan> kept() {
    return model.state().get() instanceof EditViewModel.State.Planned(PlannedEdit edit)
        ? Optional.of(
            new KeptPlan(
                edit.plan().title(),
                Optional.of(edit.plan()),
                model.kind().get(),
                model.filled(),
                model.given()))
        : Optional.empty();
  }

  /** Whether what was planned here is committed. */
  boolean isDone() {
    return model.state().get() instanceof EditViewModel.State.Committed
        || model.state().get() instanceof EditViewModel.State.Undone;
  }

  /** Takes a plan up again. It is worked out anew. */
  public void resume(KeptPlan plan) {
    if (plan.given().isPresent()) {
      start(plan.given().get());
    } else {
      start(plan.kind(), plan.values());
    }
  }

  /** Which plans wait beside this one. */
  void beside(Supplier<List<KeptPlan>> waiting) {
    others = waiting;
  }

  /** What is done when the page is closed. */
  public void onClose(Runnable action) {
    closing = action;
  }

  @FXML
  void close() {
    closing.run();
  }

  /** Puts the cursor where typing begins. */
  public void enter() {
    // The form's scroll pane takes its content into the scene with the next frame.
    Background.afterFrames(1, () -> fields.first(model.kind().get()).ifPresent(Node::requestFocus));
  }

  private void showForm() {
    EditKind kind = model.kind().get();
    title.setText(model.title());
    if (model.given().isPresent()) {
      icon.setIconLiteral("fth-git-commit");
      form.getChildren().setAll(PlanWords.lines(model.given().get().words()));
      return;
    }
    icon.setIconLiteral(kind.icon());
    form.getChildren().setAll(fields.of(kind));
    offer();
  }

  private void offer() {
    if (model.given().isPresent()) {
      return;
    }
    fields.offer(model.kind().get(), workspace);
  }

  private void offerImages() {
    offer();
    fields.say(model.hints(), "");
  }

  private void show(EditViewModel.State state) {
    result.setVisible(false);
    result.setManaged(false);
    String why =
        switch (state) {
          case EditViewModel.State.Incomplete(String what) -> what;
          case EditViewModel.State.Planning() -> Messages.text("bind.planning");
          case EditViewModel.State.Refused(String reason) -> reason;
          case EditViewModel.State.Planned(PlannedEdit edit) -> planned(edit);
          case EditViewModel.State.Committed(var changeSets) ->
              done(
                  Messages.text(
                      "bind.done",
                      changeSets.getFirst().title(),
                      Messages.count(
                          "count.branches",
                          changeSets.stream().mapToInt(set -> set.moves().size()).sum())),
                  true);
          case EditViewModel.State.Undone(String title) ->
              done(Messages.text("bind.undone", title), false);
        };
    boolean planned = state instanceof EditViewModel.State.Planned;
    boolean blocked = planned && blocks(state);
    reason.setVisible(blocked);
    reason.setManaged(blocked);
    boolean ready = planned && (!blocked || !reason.getText().isBlank());
    boolean refused = state instanceof EditViewModel.State.Refused;
    status.setText(why);
    status.getStyleClass().setAll("label", "small", refused ? "error" : "muted");
    if (state instanceof EditViewModel.State.Incomplete && message.getText().equals(proposed)) {
      message.clear();
    }
    if (!planned) {
      plan.clear(why.isEmpty() ? Messages.text("bind.nothing") : why);
      commit.setText(Messages.text("bind.commit.none"));
    }
    commit.setDisable(!ready);
    Tooltip.install(
        commitPlace,
        new Tooltip(
            ready
                ? Messages.text("bind.commit.tip")
                : blocked
                    ? Messages.text("edit.blocked")
                    : why.isEmpty() ? Messages.text("edit.incomplete") : why));
    fields.say(
        model.hints(), state instanceof EditViewModel.State.Refused(String refusal) ? refusal : "");
  }

  private static boolean blocks(EditViewModel.State state) {
    return state instanceof EditViewModel.State.Planned(PlannedEdit edit)
        && !edit.newErrors().isEmpty();
  }

  private String planned(PlannedEdit edit) {
    plan.show(edit);
    model
        .given()
        .ifPresent(wish -> {
          // Which commits come, and which do not, is what somebody who promotes wants to read.
          form.getChildren().setAll(PlanWords.lines(wish.words()));
          form.getChildren().addAll(PlanWords.lines(edit.plan().notes(), "muted"));
          form.getChildren().addAll(PlanWords.lines(edit.plan().warnings(), "warning"));
        });
    int branches = edit.plan().branches().size();
    commit.setText(Messages.count("bind.commit", branches));
    String first = edit.message().lines().findFirst().orElse("");
    if (message.getText().isEmpty() || message.getText().equals(proposed)) {
      message.setText(first);
    }
    proposed = first;
    author.setText(PlanWords.author(edit));
    return PlanWords.ready(edit, others.get());
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
    } else if (event.isAltDown() && event.getCode().isDigitKey()) {
      plan.tab(Integer.parseInt(event.getCode().getChar()) - 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  @FXML
  void commit() {
    message.requestFocus(); // a button that is switched off hands the keys to whatever comes next
    commit.setDisable(true);
    model.commit(
        message.getText().equals(proposed) ? "" : message.getText(),
        reason.getText(),
        Optional.of(topic.getText().strip()).filter(name -> !name.isEmpty()));
  }

  @FXML
  void undo() {
    model.undo();
  }
}
