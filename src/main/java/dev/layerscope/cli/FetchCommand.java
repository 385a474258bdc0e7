package dev.layerscope.cli;

import dev.layerscope.git.RefMove;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.Opened;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        Terminal.remark(one.url().display() + ": " + said(one));
      }
      return fetched.stream().allMatch(one -> one.trouble().isEmpty())
          ? ExitStatus.DONE
          : ExitStatus.WORLD;
    }
  }

  private static String said(FetchAll.Fetched one) {
    String kept =
        one.readOf()
            .map(at -> " What was fetched at " + at.truncatedTo(ChronoUnit.SECONDS) + " is read.")
            .orElse("");
    return one.trouble().map(trouble -> trouble + kept).orElseGet(() -> news(one));
  }

  private static String news(FetchAll.Fetched one) {
    return one.moved().isEmpty()
        ? "nothing new"
        : one.moved().stream().map(FetchCommand::move).collect(Collectors.joining(", "));
  }

  private static String move(RefMove move) {
    String to = move.to().map(id -> id.substring(0, 7)).orElse("");
    String from = move.from().map(id -> id.substring(0, 7)).orElse("");
    return switch (move.how()) {
      case NEW -> move.name() + " new at " + to;
      case FORWARD -> move.name() + " " + from + " → " + to;
      case FORCED -> move.name() + " " + from + " → " + to + " by force: commits are gone";
      case GONE -> move.name() + " gone (was " + from + ")";
    };
  }
}
