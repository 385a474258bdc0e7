package dev.layerscope.git.transport;

import dev.layerscope.work.Progress;
import org.eclipse.jgit.lib.ProgressMonitor;

/** JGit's progress, told to ours; our cancel, told to JGit. */
final class ProgressBridge implements ProgressMonitor {
  private final Progress progress;
  private final String what;
  private int done;
  private int total;

  ProgressBridge(Progress progress, String what) {
    this.progress = progress;
    this.what = what;
  }

  @Override
  public void start(int totalTasks) {
    progress.report(what, 0, 0);
  }

  @Override
  public void beginTask(String title, int totalWork) {
    done = 0;
    total = totalWork;
    progress.report(what, 0, totalWork);
  }

  @Override
  public void update(int completed) {
    done += completed;
    progress.report(what, done, total);
  }

  @Override
  public void endTask() {}

  @Override
  public boolean isCancelled() {
    return progress.cancelled();
  }

  @Override
  public void showDuration(boolean enabled) {}
}
