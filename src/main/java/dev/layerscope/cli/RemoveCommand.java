package dev.layerscope.cli;

import dev.layerscope.edit.intention.Removal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code layerscope remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Takes an Application away, and says what goes with it.")
final class RemoveCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Mixin private ApplicationOption application = new ApplicationOption();

  @Mixin private EnvironmentsOption environments = new EnvironmentsOption();

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, new Removal(application.name(), environments.names()));
  }
}
