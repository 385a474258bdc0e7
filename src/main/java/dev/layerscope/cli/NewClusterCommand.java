package dev.layerscope.cli;

import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope new cluster}: a cluster's root over layers. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description = "Adds a cluster: its repository, its root, and the one manifest to apply.")
final class NewClusterCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The cluster's name.")
  private String name = "";

  @Option(
      names = "--repo",
      paramLabel = "URL",
      description = "Its repository; default: beside the other roots', made here.")
  private @Nullable String repository;

  @Option(
      names = "--over",
      required = true,
      paramLabel = "LAYER",
      description = "A layer it gets; may be given several times.")
  private List<String> over = List.of();

  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "The environment it belongs to.")
  private String environment = "";

  @Override
  public Integer call() throws Exception {
    var url = Optional.ofNullable(repository).map(RepoUrl::new);
    return edit.plan(workspace, new NewCluster(name, url, over, environment));
  }
}
