package dev.layerscope.cli;

import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope new layer}: a repository of its own over another, or between two. */
@Command(
    name = "layer",
    mixinStandardHelpOptions = true,
    description = "Adds a layer: a repository with deps and res, over a layer or between two.")
final class NewLayerCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "The layer's name.")
  private String name = "";

  @Option(
      names = "--repo",
      paramLabel = "URL",
      description = "Its repository; default: beside the lower layer's, made here.")
  private @Nullable String repository;

  @Option(names = "--over", paramLabel = "LAYER", description = "What it stands on.")
  private @Nullable String over;

  @Option(
      names = "--wire",
      paramLabel = "ROOT|LAYER",
      description = "Who gets it at once; may be given several times.")
  private List<String> wired = List.of();

  @Option(
      names = "--between",
      paramLabel = "UPPER,LOWER",
      split = ",",
      description = "Put it between two that stand on each other.")
  private List<String> between = List.of();

  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "An environment; may be given several times. Default: all.")
  private List<String> environments = List.of();

  @Override
  public Integer call() throws Exception {
    var url = Optional.ofNullable(repository).map(RepoUrl::new);
    return edit.plan(workspace, new NewLayer(name, url, place(), environments));
  }

  private NewLayer.Place place() throws UsageException {
    if (!between.isEmpty() && (over != null || !wired.isEmpty())) {
      throw new UsageException("give --over and --wire, or --between, not both.");
    }
    if (!between.isEmpty() && between.size() != 2) {
      throw new UsageException("--between takes two names: UPPER,LOWER.");
    }
    if (!between.isEmpty()) {
      return new NewLayer.Place.Between(between.getFirst().strip(), between.getLast().strip());
    }
    if (over == null && wired.isEmpty()) {
      throw new UsageException("say what the layer stands on: --over LAYER.");
    }
    return over == null ? new NewLayer.Place.Beside(wired) : new NewLayer.Place.Over(over, wired);
  }
}
