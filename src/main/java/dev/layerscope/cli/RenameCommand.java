package dev.layerscope.cli;

import dev.layerscope.edit.Renaming;
import java.util.List;
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

  @Option(
      names = "--app",
      required = true,
      paramLabel = "[ROOT//][NAMESPACE/]NAME",
      description = "The Application.")
  private String application = "";

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "The new name.")
  private String name = "";

  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "An environment; may be given several times.")
  private List<String> environments = List.of();

  @Override
  public Integer call() throws Exception {
    return edit.plan(workspace, new Renaming(application, name, environments));
  }
}
