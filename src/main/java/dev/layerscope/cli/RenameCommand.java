package dev.layerscope.cli;

import dev.layerscope.edit.intention.Renaming;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope rename}. */
@Command(
    name = "rename",
    mixinStandardHelpOptions = true,
    description = "Gives an Application another name, in the safe order.")
final class RenameCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Mixin private ApplicationOption application = new ApplicationOption();

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "The new name.")
  private String name = "";

  @Mixin private EnvironmentsOption environments = new EnvironmentsOption();

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, new Renaming(application.name(), name, environments.names()));
  }
}
