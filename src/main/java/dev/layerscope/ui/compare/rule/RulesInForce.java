package dev.layerscope.ui.compare.rule;

import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.settings.ExpectDifference;
import dev.layerscope.operation.settings.ExpectDifference.Written;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.Optional;
import java.util.function.Function;
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
  public record State(Opened opened, Optional<Last> last) {}

  /**
   * Something that was written and can be taken back.
   *
   * @param words what was done
   */
  public record Last(String words, Written written) {}

  public RulesInForce(WorkspaceViewModel workspace) {
    this.workspace = workspace;
    workspace.opened().addListener(ignored -> state.set(Optional.empty()));
  }

  /** What was written since the workspace was opened. */
  public ReadOnlyObjectProperty<Optional<State>> state() {
    return state.getReadOnlyProperty();
  }

  /** The open workspace with the rules in force. */
  public Optional<Opened> opened() {
    return state.get().map(State::opened).or(() -> workspace.opened().get());
  }

  /** Writes that something is meant to differ. */
  public void expect(ExpectedEntry entry) {
    write(
        opened -> progress -> ExpectDifference.expect(opened, entry),
        Optional.of(Messages.text("compare.written", ExpectedWords.of(entry))));
  }

  /** Takes an entry out. */
  void forget(ExpectedEntry entry) {
    write(
        opened -> progress -> ExpectDifference.forget(opened, entry),
        Optional.of(Messages.text("rules.takenout", entry.title())));
  }

  /** Lets an entry say something else. */
  void change(ExpectedEntry before, ExpectedEntry after) {
    write(
        opened -> progress -> ExpectDifference.change(opened, before, after),
        Optional.of(Messages.text("rules.changed", after.title())));
  }

  /** Takes back what was written last: the file is what it was, byte for byte. */
  public void undo() {
    state
        .get()
        .flatMap(State::last)
        .ifPresent(last ->
            write(
                opened -> progress -> ExpectDifference.undo(opened, last.written()),
                Optional.empty()));
  }

  private void write(Function<Opened, Background.Work<Written>> change, Optional<String> words) {
    opened()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(
                    "rule",
                    Messages.text("status.reading", "workspace.yaml"),
                    change.apply(opened),
                    written ->
                        state.set(
                            Optional.of(
                                new State(
                                    written.opened(),
                                    words
                                        .filter(ignored -> written.changed())
                                        .map(said -> new Last(said, written))))),
                    error -> workspace.fail(error, () -> write(change, words))));
  }
}
