package dev.layerscope.cli;

import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.git.RepoUrl;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope new application}: one Application more in a root or layer. */
@Command(
    name = "application",
    mixinStandardHelpOptions = true,
    description = "Adds an Application of the platform's own to a root or layer.")
final class NewApplicationCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
  private String name = "";

  @Option(
      names = "--in",
      required = true,
      paramLabel = "ROOT|LAYER",
      description = "What declares it.")
  private String in = "";

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "URL",
      description = "The repository it reads.")
  private String repository = "";

  @Option(
      names = "--path",
      required = true,
      paramLabel = "PATH",
      description = "The folder it reads.")
  private String path = "";

  @Option(
      names = "--revision",
      paramLabel = "REV",
      description = "Default: the environment's branch.")
  private @Nullable String revision;

  @Option(names = "--namespace", paramLabel = "NS", description = "What it delivers to.")
  private @Nullable String namespace;

  @Mixin private EnvironmentsOption environments = new EnvironmentsOption();

  @Override
  public Integer call() throws Exception {
    return edit.plan(
        workspace,
        new NewApplication(
            name,
            in,
            new RepoUrl(repository),
            path,
            Optional.ofNullable(revision),
            Optional.ofNullable(namespace),
            environments.names()));
  }
}
