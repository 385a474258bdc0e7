package dev.layerscope.cli;

import dev.layerscope.edit.intention.Retargeting;
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

  @Mixin private ApplicationOption application = new ApplicationOption();

  @Option(
      names = "--revision",
      paramLabel = "REV",
      description = "A branch, tag, commit or version.")
  private @Nullable String revision;

  @Option(names = "--path", paramLabel = "PATH", description = "Another folder.")
  private @Nullable String path;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Which of several sources: its address, ref, chart or number from 1.")
  private @Nullable String source;

  @Mixin private EnvironmentsOption environments = new EnvironmentsOption();

  @Override
  public Integer call() throws Exception {
    return edit.plan(
        workspace,
        new Retargeting(
            application.name(),
            Optional.ofNullable(source),
            Optional.ofNullable(revision),
            Optional.ofNullable(path),
            environments.names()));
  }
}
