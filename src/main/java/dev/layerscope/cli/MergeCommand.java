package dev.layerscope.cli;

import dev.layerscope.edit.intention.UpstreamMerge;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Forks;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope merge}: what a repository was forked from, into the fork. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = "Brings a fork what the repository has that it was forked from (forkOf).")
final class MergeCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(names = "--repo", required = true, paramLabel = "URL", description = "The fork.")
  private String repository = "";

  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "The environment whose branch of the fork gets it.")
  private String environment = "";

  @Option(
      names = "--upstream-branch",
      paramLabel = "BRANCH",
      description =
          "The branch of the other repository. Default: of the same name, else its default branch.")
  private @Nullable String branch;

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, this::wish);
  }

  private UpstreamMerge wish(Opened opened) throws Exception {
    Forks.Fork fork = ForkOption.fork(opened.workspace(), new RepoUrl(repository));
    Forks.Beside beside =
        new Forks(workspace.clonesFolder())
            .beside(
                opened,
                fork,
                Optional.of(environment),
                Optional.ofNullable(branch),
                new TerminalProgress());
    return new UpstreamMerge(fork.repository(), beside.commit(), beside.words(), environment);
  }
}
