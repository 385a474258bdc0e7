package dev.layerscope.cli;

import dev.layerscope.edit.Removal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Takes an Application away, and says what goes with it.")
final class RemoveCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(
      names = "--app",
      required = true,
      paramLabel = "[ROOT//][NAMESPACE/]NAME",
      description = "The Application.")
  private String application = "";

  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "An environment; may be given several times.")
  private List<String> environments = List.of();

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, new Removal(application, environments));
  }
}
