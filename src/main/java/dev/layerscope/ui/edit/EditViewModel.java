package dev.layerscope.ui.edit;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.changeset.UndoChangeSet;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.CommitPlan;
import dev.layerscope.operation.plan.PlanEdit;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.EditWish;
import dev.layerscope.ui.workspace.OpenedWork;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** An edit: what its form says, the plan that follows from it, and what became of the plan. */
public final class EditViewModel {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /** What depends on the environment that is planned for, not on the one that is shown. */
  private static final Set<String> FLEET = Set.of("name", "namespace");

  private final WorkspaceViewModel workspace;
  private final ObjectProperty<EditKind> kind = new SimpleObjectProperty<>(EditKind.TEAM);
  private final Map<String, String> values = new LinkedHashMap<>();
  private Optional<EditWish.Ready> given = Optional.empty();

  private SuggestedRepository suggested = new SuggestedRepository();
  private final OfferedImages images;

  /** Counts what was asked for: an answer to an earlier question is none any more. */
  private int turn;

  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Incomplete(""));

  /** How far it is. */
  public sealed interface State {
    /** Something is missing or misspelled; says what, empty while the form is. */
    record Incomplete(String what) implements State {}

    /** The plan is being worked out. */
    record Planning() implements State {}

    /** It cannot be done, and why. */
    record Refused(String reason) implements State {}

    /** It can be done. */
    record Planned(PlannedEdit edit) implements State {}

    /** It is done; undo takes it back. */
    record Committed(List<ChangeSet> changeSets) implements State {
      public Committed {
        changeSets = List.copyOf(changeSets);
      }
    }

    /** It was taken back. */
    record Undone(String title) implements State {}
  }

  public EditViewModel(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    images = new OfferedImages(workspace);
  }

  /** The images that a release may be of. */
  OfferedImages images() {
    return images;
  }

  /** Which form it is. */
  public ObjectProperty<EditKind> kind() {
    return kind;
  }

  /** What is planned without a form; empty when the form says it. */
  public Optional<EditWish.Ready> given() {
    return given;
  }

  /** Plans what another page wants, or goes back to the form. */
  public void give(Optional<EditWish.Ready> wish) {
    given = wish;
  }

  /** Forgets what was written, and begins with what is known. */
  public void begin(Map<String, String> known) {
    values.clear();
    values.putAll(known);
    suggested = new SuggestedRepository();
    images.forget();
  }

  /** Everything that stands in the fields. */
  public Map<String, String> filled() {
    return Map.copyOf(values);
  }

  /** What somebody wrote or chose in a field. */
  public void set(String key, String value) {
    values.put(key, value);
    if (kind.get() == EditKind.TEAM) {
      suggested.after(key, workspace.opened().get().map(Opened::workspace), values);
    }
  }

  /** What stands in a field. */
  public String get(String key) {
    return values.getOrDefault(key, "");
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What is wrong with the form before anybody is asked; empty when nothing is. */
  public Optional<String> complaint() {
    if (given.isPresent()) {
      return Optional.empty();
    }
    boolean incomplete =
        kind.get().fields().stream().anyMatch(f -> f.required() && get(f.key()).isBlank());
    if (incomplete) {
      return Optional.of(Messages.text("edit.incomplete"));
    }
    boolean named = kind.get().fields().stream().anyMatch(f -> f.key().equals("name"));
    if (named && !NAME.matcher(get("name").strip()).matches()) {
      return Optional.of(Messages.text("bind.badname", get("name").strip()));
    }
    return hints().entrySet().stream()
        .filter(hint -> hint.getValue().level() == FieldHint.Level.ERROR)
        .filter(hint -> !FLEET.contains(hint.getKey()))
        .map(hint -> hint.getValue().text())
        .findFirst();
  }

  /** What can be said of the fields at once. */
  Map<String, FieldHint> hints() {
    return given.isPresent()
        ? Map.of()
        : new FieldHints(
                kind.get(),
                this::get,
                workspace.opened().get().map(Opened::workspace),
                workspace.shown().get().map(WorkspaceViewModel.Shown::hierarchy),
                images.images().get())
            .all();
  }

  private boolean begun() {
    return kind.get().fields().stream()
        .filter(f -> f.choice() == EditKind.Choice.TEXT)
        .anyMatch(f -> !get(f.key()).isBlank());
  }

  /** Works the plan out anew. Nothing is written. */
  public void plan() {
    if (kind.get() == EditKind.RELEASE && given.isEmpty()) {
      images.look(get("application"), get("environment"));
    }
    int asked = ++turn;
    Optional<Opened> opened = workspace.opened().get();
    Optional<String> complaint = complaint();
    if (complaint.isPresent() || opened.isEmpty()) {
      workspace.background().cancel("plan");
      state.set(new State.Incomplete(begun() ? complaint.orElse("") : ""));
      return;
    }
    Intention intention = intention();
    state.set(new State.Planning());
    workspace
        .background()
        .ask(
            "plan",
            Messages.text("status.planning", title()),
            progress -> PlanEdit.plan(opened.get(), intention, progress),
            answer -> {
              if (asked == turn) {
                state.set(
                    switch (answer) {
                      case PlanEdit.Answer.Planned(PlannedEdit edit) -> new State.Planned(edit);
                      case PlanEdit.Answer.Refused(String reason, String hint) ->
                          new State.Refused(hint.isEmpty() ? reason : reason + " " + hint);
                    });
              }
            },
            error -> {
              state.set(new State.Incomplete(""));
              workspace.fail(error, this::plan);
            });
  }

  /** What the head of the page says. */
  public String title() {
    return given.map(EditWish.Ready::title).orElseGet(() -> Messages.text(kind.get().title()));
  }

  private Intention intention() {
    if (given.isPresent()) {
      return given.get().intention();
    }
    var own = new LinkedHashMap<String, String>();
    kind.get().fields().forEach(f -> own.put(f.key(), get(f.key())));
    return kind.get().intention(new FormValues(own));
  }

  /**
   * Writes the plan as local commits. Nothing is pushed.
   *
   * @param reason why new errors are accepted; empty when there are none
   * @param topic a branch to commit to instead; empty for the environment's own
   */
  public void commit(String message, String reason, Optional<String> topic) {
    if (!(state.get() instanceof State.Planned(PlannedEdit edit))) {
      return;
    }
    Optional<String> own =
        Optional.of(message).filter(m -> !m.isBlank() && !m.equals(edit.message()));
    Optional<String> why = Optional.of(reason.strip()).filter(text -> !text.isEmpty());
    new OpenedWork(workspace)
        .ask(
            "commit",
            Messages.text("status.committing"),
            (opened, progress) ->
                new CommitPlan(workspace.clones())
                    .commit(opened, new CommitPlan.Order(edit, own, why, topic), progress),
            this::committed,
            error -> {
              workspace.fail(error, () -> commit(message, reason, topic));
              plan(); // a branch may have moved: what is offered next is of now
            });
  }

  private void committed(CommitPlan.Outcome outcome) {
    switch (outcome) {
      case CommitPlan.Outcome.Committed committed -> {
        state.set(new State.Committed(committed.changeSets()));
        workspace.resolve();
      }
      case CommitPlan.Outcome.Blocked blocked ->
          state.set(
              new State.Refused(
                  Messages.text(
                      "bind.blocked",
                      blocked.errors().size(),
                      blocked.errors().getFirst().finding().message())));
    }
  }

  /** Takes the last commit back. */
  public void undo() {
    if (!(state.get() instanceof State.Committed(List<ChangeSet> changeSets))) {
      return;
    }
    new OpenedWork(workspace)
        .ask(
            "undo",
            Messages.text("status.undoing"),
            (opened, progress) ->
                new UndoChangeSet(workspace.clones()).undoAll(opened, changeSets, progress),
            ignored -> {
              state.set(new State.Undone(changeSets.getFirst().title()));
              workspace.resolve();
            },
            this::undo);
  }
}
