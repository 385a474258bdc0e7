package dev.layerscope.cli;

import dev.layerscope.edit.Moving;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope move}. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = "Lets another root or layer declare an Application, in the safe order.")
final class MoveCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(
      names = "--app",
      required = true,
      paramLabel = "[ROOT//][NAMESPACE/]NAME",
      description = "The Application.")
  private String application = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ROOT|LAYER",
      description = "What declares it afterwards.")
  private String to = "";

  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "An environment; may be given several times.")
  private List<String> environments = List.of();

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, new Moving(application, to, environments));
  }
}
