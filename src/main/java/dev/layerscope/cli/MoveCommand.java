package dev.layerscope.cli;

import dev.layerscope.edit.intention.Moving;
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

  @Mixin private ApplicationOption application = new ApplicationOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ROOT|LAYER",
      description = "What declares it afterwards.")
  private String to = "";

  @Mixin private EnvironmentsOption environments = new EnvironmentsOption();

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, new Moving(application.name(), to, environments.names()));
  }
}
