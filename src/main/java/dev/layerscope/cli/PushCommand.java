package dev.layerscope.cli;

import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.changeset.PushChanges;
import dev.layerscope.operation.open.Opened;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope push}: what was committed here goes to the remotes. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description = "Sends the change sets committed here to the remotes, never by force.")
final class PushCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();

  @Option(
      names = "--topic",
      paramLabel = "BRANCH",
      description = "Push to a branch of this name, for review.")
  private @Nullable String topic;

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      PushChanges.Report report =
          new PushChanges(workspace.clonesFolder())
              .push(opened, Optional.ofNullable(topic), new TerminalProgress());
      if (report.pushed().isEmpty() && report.waiting().isEmpty()) {
        Terminal.tell("Nothing is left to be pushed.");
      }
      for (PushChanges.Pushed pushed : report.pushed()) {
        Terminal.tell(
            pushed.repository().display()
                + "  "
                + pushed.branch()
                + "  "
                + pushed.trouble().orElse("is at " + pushed.commit().substring(0, 7)));
      }
      for (ChangeSet waiting : report.waiting()) {
        Terminal.tell(
            "Waiting: "
                + waiting.title()
                + waiting
                    .part()
                    .filter(part -> !part.release().isEmpty())
                    .map(part -> " (" + part.release() + ", then push again)")
                    .orElse(""));
      }
      return report.pushed().stream().allMatch(one -> one.trouble().isEmpty())
          ? ExitStatus.DONE
          : ExitStatus.WORLD;
    }
  }
}
