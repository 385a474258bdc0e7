package dev.layerscope.cli;

import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.plan.TeamRepository;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code layerscope new team}: binds a team's repository in a root or a layer. */
@Command(
    name = "team",
    mixinStandardHelpOptions = true,
    description = "Binds a team: namespace, project, rights and Application, in a root or a layer.")
final class NewTeamCommand implements Callable<Integer> {
  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Mixin private EditOptions edit = new EditOptions();

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "The team's name.")
  private String name = "";

  @Option(
      names = "--repo",
      paramLabel = "URL",
      description = "The team's repository; default: the one in the workspace of the team's name.")
  private @Nullable String repository;

  @Option(names = "--create-repo", description = "Make the repository here, with a README.")
  private boolean createRepository;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "ROOT|LAYER",
      description = "What binds the team.")
  private String in = "";

  @Option(names = "--namespace", paramLabel = "NS", description = "Default: the team's name.")
  private @Nullable String namespace;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "The people's group; default: as the neighbours name theirs.")
  private @Nullable String group;

  @Option(
      names = "--quota",
      paramLabel = "FILE",
      description = "ResourceQuota and LimitRange manifests.")
  private @Nullable Path quota;

  @Mixin private EnvironmentsOption environments = new EnvironmentsOption();

  @Override
  public Integer call() throws Exception {
    var binding =
        new TeamBinding(
            name,
            repository == null ? usual() : new RepoUrl(repository),
            in,
            Optional.ofNullable(namespace),
            Optional.ofNullable(group),
            quota(),
            createRepository,
            environments.names());
    return edit.plan(workspace, binding);
  }

  private RepoUrl usual() throws WorkspaceException, UsageException {
    Workspace known = workspace.read();
    return TeamRepository.named(known, name)
        .or(() -> createRepository ? TeamRepository.toMake(known, name) : Optional.empty())
        .orElseThrow(() ->
            new UsageException(
                "the workspace has no repository called “"
                    + name
                    + "”. Say which is the team's: --repo URL."));
  }

  private Optional<String> quota() throws UsageException, IOException {
    if (quota == null) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(quota)) {
      throw new UsageException("there is no file " + quota + ".");
    }
    return Optional.of(Files.readString(quota));
  }
}
