package dev.layerscope.cli;

import dev.layerscope.operation.build.BuildKustomization;
import dev.layerscope.operation.build.KustomizationPlace;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizePrint;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.workspace.UserFolders;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code layerscope kustomize}: what the built-in Kustomize makes of a folder. */
@Command(
    name = "kustomize",
    mixinStandardHelpOptions = true,
    description = "Prints what the built-in Kustomize makes of a folder; exit 4 when not exact.")
final class KustomizeCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "A folder, or REPO_URL//PATH@REVISION.")
  private String place = ".";

  @Option(
      names = "--build-options",
      paramLabel = "FLAGS",
      description = "Flags of “kustomize build”, as in kustomize.buildOptions of Argo CD.")
  private String flags = "";

  @Option(
      names = "--or-tool",
      description = "Ask kustomize, kubectl or oc where the built-in one is not exact.")
  private boolean orTool;

  @Option(
      names = "--clones",
      paramLabel = "DIR",
      description = "Where managed clones live (or LAYERSCOPE_CLONES).")
  private @Nullable Path clones;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    KustomizationPlace where =
        KustomizationPlace.parse(place)
            .orElseThrow(() ->
                new UsageException(
                    "“%s” is no folder. Name one, or a folder of a repository as REPO_URL//PATH@REVISION."
                        .formatted(place)));
    Path folder = clones == null ? UserFolders.clones() : clones;
    Built built =
        new BuildKustomization(folder, BuildOptions.parse(flags), tool())
            .build(where, new TerminalProgress());
    output.writeExactly(KustomizePrint.print(built.manifests()));
    built.findings().forEach(f -> Terminal.remark("Error: " + f.message()));
    built.certainty().why().forEach(why -> Terminal.remark("layerscope: not exact: " + why));
    if (!built.certainty().exact()) {
      return ExitStatus.NOT_EXACT;
    }
    return built.failed() ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private Optional<UsersTool> tool() {
    return orTool ? UsersTool.find(System.getenv().getOrDefault("PATH", "")) : Optional.empty();
  }
}
