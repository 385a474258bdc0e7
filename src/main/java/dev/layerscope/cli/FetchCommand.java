package dev.layerscope.cli;

import dev.layerscope.operation.FetchAll;
import dev.layerscope.operation.Opened;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code layerscope fetch}: what is new at the remotes. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = "Fetches every repository of a workspace.")
final class FetchCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();

  @Override
  public Integer call() throws Exception {
    try (Opened opened = workspace.open()) {
      List<FetchAll.Fetched> fetched =
          new FetchAll(workspace.clonesFolder()).fetch(opened, new TerminalProgress());
      for (FetchAll.Fetched one : fetched) {
        System.err.println(one.url().display() + ": " + one.trouble().orElse("fetched"));
      }
      return fetched.stream().allMatch(one -> one.trouble().isEmpty())
          ? ExitStatus.DONE
          : ExitStatus.WORLD;
    }
  }
}
