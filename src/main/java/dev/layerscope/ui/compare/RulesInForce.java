package dev.layerscope.ui.compare;

import dev.layerscope.operation.ExpectDifference;
import dev.layerscope.operation.Opened;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is expected to differ, as the workspace file says since something was written into it here.
 * The comparison and the matrix follow it alike.
 */
public final class RulesInForce {
  private final WorkspaceViewModel workspace;
  private final ReadOnlyObjectWrapper<Optional<State>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * Since something was written.
   *
   * @param opened with the rules as they are now
   * @param last what was written last; empty when it was taken back
   */
  public record State(Opened opened, Optional<ExpectedEntry> last) {}

  public RulesInForce(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    workspace.opened().addListener(ignored -> state.set(Optional.empty()));
  }

  /** What was written since the workspace was opened. */
  public ReadOnlyObjectProperty<Optional<State>> state() {
    return state.getReadOnlyProperty();
  }

  /** The open workspace with the rules in force. */
  Optional<Opened> opened() {
    return state.get().map(State::opened).or(() -> workspace.opened().get());
  }

  /** Writes that something is meant to differ. */
  void expect(ExpectedEntry entry) {
    opened()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "rule",
                    Messages.text("status.reading", "workspace.yaml"),
                    progress -> ExpectDifference.expect(opened, entry),
                    written ->
                        state.set(Optional.of(new State(written.opened(), Optional.of(entry)))),
                    error -> workspace.fail(error, () -> expect(entry))));
  }

  /** Takes it out again. */
  void forget(ExpectedEntry entry) {
    opened()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "rule",
                    Messages.text("status.reading", "workspace.yaml"),
                    progress -> ExpectDifference.forget(opened, entry),
                    written ->
                        state.set(Optional.of(new State(written.opened(), Optional.empty()))),
                    error -> workspace.fail(error, () -> forget(entry))));
  }
}
