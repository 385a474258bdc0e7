package dev.layerscope.ui.workspace;

import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.util.function.Consumer;

/** Asks something of the workspace that is open, in the background; nothing while none is. */
public record OpenedWork(WorkspaceViewModel workspace) {
  /** Runs off the toolkit's thread. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Opened opened, Progress progress) throws Exception;
  }

  /**
   * @param lane where the latest question wins
   * @param what the status line says
   * @param retry what "Try again" does when it fails
   */
  public <T> void ask(String lane, String what, Work<T> work, Consumer<T> done, Runnable retry) {
    ask(lane, what, work, done, (Throwable error) -> workspace.fail(error, retry));
  }

  /**
   * The same where a failure means more than to be said.
   *
   * @param failed called in place of {@code done}
   */
  public <T> void ask(
      String lane, String what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    workspace
        .opened()
        .get()
        .ifPresent(opened ->
            workspace
                .background()
                .ask(lane, what, progress -> work.run(opened, progress), done, failed));
  }
}
