package dev.layerscope.operation.open;

import dev.layerscope.git.GitException;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.git.commit.LocalCommits;
import dev.layerscope.render.helm.worker.HelmWorker;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens a workspace: reads its file and has a clone of every repository at hand, cloning what is
 * missing. A repository that cannot be had does not stop the others.
 */
public final class OpenWorkspace {
  private final Path clones;
  private final Consumer<String> listener;

  /**
   * @param clones the folder of the managed clones
   */
  public OpenWorkspace(Path clones) {
    this(clones, remark -> {});
  }

  /**
   * @param listener is told, on any thread, what a person should know and no node says: once
   */
  public OpenWorkspace(Path clones, Consumer<String> listener) {
    this.clones = clones;
    this.listener = listener;
  }

  /**
   * Begins what any workspace will wait for, before it is known which one, on a thread of its own:
   * more than a tenth of a second that passes while the program still reads its options.
   */
  public static void readAhead() {
    Thread.ofPlatform()
        .daemon()
        .name("ahead")
        .start(() -> {
          Clones.readAhead();
          WorkspaceFile.readAhead();
        });
  }

  /**
   * @param workspace a folder with {@code workspace.yaml}, or the file
   * @throws WorkspaceException when the file cannot be read; the message has the place and the
   *     nearest valid spelling
   */
  public Opened open(Path workspace, Progress progress) throws WorkspaceException {
    finishWhatDied(progress);
    var read = WorkspaceFile.read(workspace);
    HelmWorker.shared().keepLibraryIn(clones.resolve("helm"));
    var charts = ChartEngine.of(read, Opened.path(), listener);
    Optional<UsersTool> tool = UsersTool.find(Opened.path());
    Memory memory = LastMemory.of(read, charts, tool, clones.resolve("renderings"));
    var repositories = new CloneAll(clones).of(read, progress);
    return new Opened(read, repositories, charts, tool, memory, memory.renderings());
  }

  /**
   * A program that died while it committed left the journal of it behind: what it had decided is
   * finished or put back before anything is read, the workspace file included.
   */
  private void finishWhatDied(Progress progress) throws WorkspaceException {
    try {
      LocalCommits commits = ChangeSets.beside(clones);
      boolean died = commits.all().stream().anyMatch(set -> set.state() == ChangeSet.State.DECIDED);
      if (died) {
        commits.recover(progress);
      }
    } catch (GitException e) {
      throw new WorkspaceException(
          "A commit that was interrupted could not be finished or put back: " + e.getMessage());
    }
  }
}
