package dev.layerscope.cli;

import dev.layerscope.edit.Retargeting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope retarget}. */
@Command(
    name = "retarget",
    mixinStandardHelpOptions = true,
    description = "Lets an Application read another revision or path; a tag or commit pins it.")
final class RetargetCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(
      names = "--app",
      required = true,
      paramLabel = "[ROOT//][NAMESPACE/]NAME",
      description = "The Application.")
  private String application = "";

  @Option(
      names = "--revision",
      paramLabel = "REV",
      description = "A branch, tag, commit or version.")
  private @Nullable String revision;

  @Option(names = "--path", paramLabel = "PATH", description = "Another folder.")
  private @Nullable String path;

  @Option(
      names = "--env",
      required = true,
      paramLabel = "ENV",
      description = "An environment; may be given several times.")
  private List<String> environments = List.of();

  @Override
  public Integer call() throws Exception {
    return edit.plan(
        workspace,
        new Retargeting(
            application, Optional.ofNullable(revision), Optional.ofNullable(path), environments));
  }
}
