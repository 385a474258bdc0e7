package dev.layerscope.cli;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.side.Forks;
import dev.layerscope.workspace.Workspace;
import java.util.List;

/** A fork as somebody names it on the command line. */
final class ForkOption {
  private ForkOption() {}

  static Forks.Fork fork(Workspace workspace, RepoUrl url) throws UsageException {
    return Forks.of(workspace, url)
        .orElseThrow(() -> {
          List<String> forks =
              Forks.of(workspace).stream().map(fork -> fork.repository().display()).toList();
          return new UsageException(
              "The workspace does not say what "
                  + url.display()
                  + " was forked from (forkOf). "
                  + (forks.isEmpty()
                      ? "It says so of no repository."
                      : "It does of: " + String.join(", ", forks) + "."));
        });
  }
}
