package dev.layerscope.cli;

import dev.layerscope.edit.Promotion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope promote}: from one environment to the next. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = "Brings what one environment has to another, with its own revisions.")
final class PromoteCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(names = "--from", required = true, paramLabel = "ENV", description = "Where it is.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "ENV", description = "Where it goes.")
  private String to = "";

  @Option(
      names = "--app",
      paramLabel = "[ROOT//][NAMESPACE/]NAME",
      description = "Only this Application; may be given several times. Default: everything.")
  private List<String> applications = List.of();

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, new Promotion(from, to, applications));
  }
}
