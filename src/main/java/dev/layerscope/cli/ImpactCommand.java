package dev.layerscope.cli;

import dev.layerscope.export.ImpactDocument;
import dev.layerscope.export.ImpactReport;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.place.DescribeImpact;
import dev.layerscope.operation.place.Impact;
import dev.layerscope.operation.place.Traces;
import dev.layerscope.operation.resolve.Resolve;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope impact}: what a change to a file or directory reaches. */
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    description = "Prints which roots, clusters and Applications a file or directory reaches.")
final class ImpactCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EnvironmentOption environment = new EnvironmentOption();
  @Mixin private Output output = new Output();

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "URL",
      description = "The repository, in any spelling the workspace knows.")
  private String repository = "";

  @Option(
      names = "--path",
      required = true,
      paramLabel = "PATH",
      description = "A file or directory in it; . is the whole repository.")
  private String path = "";

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  /** How it is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() throws Exception {
    try (var opened = workspace.open()) {
      var entry =
          opened
              .workspace()
              .repository(new RepoUrl(repository))
              .orElseThrow(() ->
                  WorkspaceOptions.unknown(
                      "repository",
                      repository,
                      opened.workspace().repositories().stream()
                          .map(r -> r.url().display())
                          .toList()));
      var selection = environment.selection(opened);
      var progress = new TerminalProgress();
      var hierarchy = Resolve.resolve(opened, selection, progress);
      Impact impact =
          Impact.ofPath(hierarchy, Traces.of(opened, hierarchy), entry.url(), path, progress);
      ImpactDocument document =
          DescribeImpact.of(opened, selection, hierarchy, entry.url(), path, impact);
      output.write(
          format == Format.JSON ? ImpactReport.json(document) : ImpactReport.text(document));
      return hierarchy.nothingRead() ? ExitStatus.WORLD : ExitStatus.DONE;
    }
  }
}
