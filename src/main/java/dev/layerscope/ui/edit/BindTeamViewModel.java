package dev.layerscope.ui.edit;

import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.TeamBinding;
import dev.layerscope.git.ChangeSet;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.CommitPlan;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.PlanEdit;
import dev.layerscope.operation.UndoChangeSet;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Binding a team: what the form says, the plan that follows from it, and what became of the plan.
 */
public final class BindTeamViewModel {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private final WorkspaceViewModel workspace;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty in = new SimpleStringProperty("");
  private final StringProperty environment = new SimpleStringProperty("");
  private final StringProperty repository = new SimpleStringProperty("");
  private final StringProperty namespace = new SimpleStringProperty("");
  private final StringProperty group = new SimpleStringProperty("");
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
    record Committed(ChangeSet changeSet) implements State {}

    /** It was taken back. */
    record Undone(String title) implements State {}
  }

  public BindTeamViewModel(WorkspaceViewModel workspace) {
    this.workspace = workspace;
  }

  public StringProperty name() {
    return name;
  }

  /** The root or layer that binds the team. */
  public StringProperty in() {
    return in;
  }

  public StringProperty environment() {
    return environment;
  }

  public StringProperty repository() {
    return repository;
  }

  public StringProperty namespace() {
    return namespace;
  }

  public StringProperty group() {
    return group;
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What is wrong with the form before anybody is asked; empty when nothing is. */
  public Optional<String> complaint() {
    if (name.get().isBlank() || repository.get().isBlank() || in.get().isBlank()) {
      return Optional.of(Messages.text("bind.incomplete"));
    }
    if (!NAME.matcher(name.get().strip()).matches()) {
      return Optional.of(Messages.text("bind.badname", name.get().strip()));
    }
    return Optional.empty();
  }

  /** Works the plan out anew. Nothing is written. */
  public void plan() {
    Optional<Opened> opened = workspace.opened().get();
    Optional<String> complaint = complaint();
    if (complaint.isPresent() || opened.isEmpty()) {
      workspace.background().cancel("plan");
      state.set(new State.Incomplete(name.get().isBlank() ? "" : complaint.orElse("")));
      return;
    }
    TeamBinding binding = binding();
    state.set(new State.Planning());
    workspace
        .background()
        .ask(
            "plan",
            Messages.text("status.planning", binding.name()),
            progress -> PlanEdit.plan(opened.get(), binding, progress),
            answer ->
                state.set(
                    switch (answer) {
                      case PlanEdit.Answer.Planned(PlannedEdit edit) -> new State.Planned(edit);
                      case PlanEdit.Answer.Refused(String reason, String hint) ->
                          new State.Refused(hint.isEmpty() ? reason : reason + " " + hint);
                    }),
            error -> {
              state.set(new State.Incomplete(""));
              workspace.fail(error, this::plan);
            });
  }

  private TeamBinding binding() {
    return new TeamBinding(
        name.get().strip(),
        new RepoUrl(repository.get().strip()),
        in.get().strip(),
        text(namespace),
        text(group),
        Optional.empty(),
        false,
        environment.get().isBlank() ? List.of() : List.of(environment.get()));
  }

  private static Optional<String> text(StringProperty property) {
    return Optional.of(property.get().strip()).filter(text -> !text.isEmpty());
  }

  /** Writes the plan as local commits. Nothing is pushed. */
  public void commit(String message) {
    if (!(state.get() instanceof State.Planned(PlannedEdit edit))) {
      return;
    }
    Optional<String> own =
        Optional.of(message).filter(m -> !m.isBlank() && !m.equals(edit.message()));
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "commit",
                    Messages.text("status.committing"),
                    progress ->
                        new CommitPlan(workspace.clones())
                            .commit(
                                opened,
                                new CommitPlan.Order(edit, own, Optional.empty(), Optional.empty()),
                                progress),
                    this::committed,
                    error -> workspace.fail(error, this::plan)));
  }

  private void committed(CommitPlan.Outcome outcome) {
    switch (outcome) {
      case CommitPlan.Outcome.Committed committed -> {
        state.set(new State.Committed(committed.changeSets().getLast()));
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
    if (!(state.get() instanceof State.Committed(ChangeSet changeSet))) {
      return;
    }
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "undo",
                    Messages.text("status.undoing"),
                    progress ->
                        new UndoChangeSet(workspace.clones()).undo(opened, changeSet, progress),
                    ignored -> {
                      state.set(new State.Undone(changeSet.title()));
                      workspace.resolve();
                    },
                    error -> workspace.fail(error, this::undo)));
  }
}
