package dev.layerscope.cli;

import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which environment a command looks at. */
final class EnvironmentOption {
  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "An environment; without it everything is read as declared.")
  private @Nullable String environment;

  /** What was asked for, read as each repository has it. */
  Selection selection(Opened opened) throws UsageException {
    return selection(opened, false);
  }

  Selection selection(Opened opened, boolean follow) throws UsageException {
    Optional<String> name = known(opened.workspace());
    if (name.isEmpty() && follow) {
      throw new UsageException(
          "--follow-branch needs --env: it reads everything at the environment's branch.");
    }
    return name.map(n -> new Selection(new Selection.Base.Environment(n, follow), Map.of()))
        .orElse(Selection.DECLARED);
  }

  private Optional<String> known(Workspace workspace) throws UsageException {
    if (environment != null && workspace.environment(environment).isEmpty()) {
      throw WorkspaceOptions.unknown(
          "environment",
          environment,
          workspace.environments().stream().map(Workspace.Environment::name).toList());
    }
    return Optional.ofNullable(environment);
  }
}
