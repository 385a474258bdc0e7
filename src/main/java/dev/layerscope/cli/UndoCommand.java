package dev.layerscope.cli;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.changeset.UndoChangeSet;
import dev.layerscope.operation.open.Opened;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code layerscope undo}: takes back what was committed here. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description = "Takes back the last change set that was committed here, or the one named.")
final class UndoCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CHANGE-SET",
      description = "Its id, or the beginning of it.")
  private @Nullable String id;

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      var undo = new UndoChangeSet(workspace.clonesFolder());
      ChangeSet set = chosen(undo, opened);
      ChangeSet undone = undo.undo(opened, set, new TerminalProgress());
      Terminal.tell("Undone: " + set.title() + " (" + set.id() + ")");
      for (ChangeSet.Move move : undone.moves()) {
        Terminal.tell(
            "  "
                + move.repository().display()
                + "  "
                + move.branch()
                + move.after()
                    .map(commit -> " is at " + commit.substring(0, 7))
                    .orElseGet(() -> without(opened, move)));
      }
      return ExitStatus.DONE;
    }
  }

  /** What a branch is that is no longer here; a repository that was made has no other. */
  private static String without(Opened opened, ChangeSet.Move move) {
    boolean elsewhere =
        opened.access().at(move.repository()) instanceof Repositories.Access.Available available
            && available.repository().branch(move.branch()).isPresent();
    return elsewhere ? " is as the remote has it" : " is gone again";
  }

  private ChangeSet chosen(UndoChangeSet undo, Opened opened) throws GitException, UsageException {
    if (id == null) {
      return undo.latest(opened)
          .orElseThrow(
              () -> new UsageException("nothing that was committed here is left to be undone."));
    }
    String wanted = id;
    List<ChangeSet> all = undo.all(opened);
    List<ChangeSet> found = all.stream().filter(set -> set.id().startsWith(wanted)).toList();
    if (found.size() != 1) {
      String known =
          (found.isEmpty() ? all : found)
              .stream()
                  .map(set -> set.id() + " (" + set.title() + ")")
                  .collect(Collectors.joining(", "));
      throw new UsageException(
          (found.isEmpty()
                  ? "there is no change set “" + wanted + "”."
                  : "“" + wanted + "” may mean several.")
              + (known.isEmpty() ? "" : " There are: " + known + "."));
    }
    return found.getFirst();
  }
}
