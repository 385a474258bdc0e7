package dev.layerscope.workspace;

import dev.layerscope.argocd.Given;
import dev.layerscope.argocd.Settings;
import dev.layerscope.diff.expected.Rule;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.KnownKinds;
import dev.layerscope.yaml.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workspace as its file says it, with every default filled in.
 *
 * @param file the workspace file
 * @param environments in promotion order
 * @param given settings of every control plane, as far as the file says them
 * @param controlPlanes what the file says besides for single control planes, by name
 * @param charts where charts come from, and who renders them
 * @param samples what generators that need more than git are taken to give
 * @param kinds what is known of kinds and operators
 * @param waivers accepted findings
 * @param expected what may differ between two sides, in the order of the file
 */
public record Workspace(
    Path file,
    String name,
    List<Given> given,
    Map<String, List<Given>> controlPlanes,
    List<RepositoryEntry> repositories,
    List<RootEntry> roots,
    List<Environment> environments,
    Charts charts,
    List<Sample> samples,
    KnownKinds kinds,
    List<Waiver> waivers,
    List<Rule> expected) {
  public Workspace {
    given = List.copyOf(given);
    controlPlanes = Map.copyOf(controlPlanes);
    repositories = List.copyOf(repositories);
    roots = List.copyOf(roots);
    environments = List.copyOf(environments);
    samples = List.copyOf(samples);
    waivers = List.copyOf(waivers);
    expected = List.copyOf(expected);
  }

  /** The folder relative paths are taken from. */
  public Path folder() {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
  }

  /** Where charts of Helm repositories are kept, when the file says so. */
  public Optional<Path> chartFolder() {
    return charts
        .folder()
        .map(written ->
            written.startsWith("~/")
                ? Path.of(System.getProperty("user.home", "."), written.substring(2))
                : folder().resolve(written));
  }

  public Optional<Environment> environment(String environmentName) {
    return environments.stream().filter(e -> e.name().equals(environmentName)).findFirst();
  }

  /** The settings of a control plane for which the file says nothing of its own. */
  public Settings settings() {
    return settingsOf("", List.of());
  }

  /**
   * The settings of a control plane: what the file says of it, over what it says of all, over what
   * was found.
   *
   * @param found in git, as Argo CD's own configuration
   */
  public Settings settingsOf(String controlPlane, List<Given> found) {
    List<Given> own = controlPlanes.getOrDefault(controlPlane, List.of());
    Set<String> said = own.stream().map(Given::name).collect(Collectors.toSet());
    List<Given> ofAll = given.stream().filter(one -> !said.contains(one.name())).toList();
    return Settings.DEFAULT.with(found).with(ofAll).with(own);
  }

  /** Whether the file itself says a setting of a control plane. */
  public boolean says(String controlPlane, String setting) {
    return Stream.concat(
            given.stream(), controlPlanes.getOrDefault(controlPlane, List.of()).stream())
        .anyMatch(one -> one.name().equals(setting));
  }

  /** The entry of a repository, whatever the spelling. */
  public Optional<RepositoryEntry> repository(RepoUrl url) {
    return repositories.stream().filter(entry -> entry.isFor(url)).findFirst();
  }

  /**
   * Charts.
   *
   * @param folder packaged charts are kept in, as written
   * @param installedHelm whether the user's own Helm renders them, where there is one
   */
  public record Charts(Optional<String> folder, boolean installedHelm) {}

  /**
   * Parameter sets for the generators of an ApplicationSet that need more than git.
   *
   * @param applicationSet {@code [CONTROL-PLANE//][NAMESPACE/]NAME}
   */
  public record Sample(String applicationSet, List<Mapping> parameters) {
    public Sample {
      parameters = List.copyOf(parameters);
    }

    /** Whether an ApplicationSet is meant. */
    boolean isFor(String controlPlane, String namespace, String name) {
      String own = namespace + "/" + name;
      return applicationSet.equals(name)
          || applicationSet.equals(own)
          || applicationSet.equals(controlPlane + "//" + name)
          || applicationSet.equals(controlPlane + "//" + own);
    }
  }

  /** The parameter sets the file gives for an ApplicationSet; empty when it gives none. */
  public List<Mapping> samplesOf(String controlPlane, String namespace, String name) {
    return samples.stream()
        .filter(sample -> sample.isFor(controlPlane, namespace, name))
        .flatMap(sample -> sample.parameters().stream())
        .toList();
  }

  /**
   * One repository.
   *
   * @param url as Applications spell it
   * @param remote where to clone from; empty when that is the URL itself
   * @param layer its label; empty for the repository's own name
   * @param localClone an existing local clone to read instead of a managed one
   * @param depth how many commits of each branch a managed clone has; empty for all
   */
  public record RepositoryEntry(
      RepoUrl url,
      Optional<String> remote,
      Optional<String> defaultBranch,
      List<RepoUrl> aliases,
      Optional<String> layer,
      Optional<String> localClone,
      Optional<RepoUrl> forkOf,
      OptionalInt depth) {
    public RepositoryEntry {
      aliases = List.copyOf(aliases);
    }

    boolean isFor(RepoUrl other) {
      return url.sameRepositoryAs(other)
          || aliases.stream().anyMatch(alias -> alias.sameRepositoryAs(other));
    }
  }

  /**
   * One root.
   *
   * @param manifest a file beside the workspace file; empty for a root in git
   * @param repoURL,revision,path the file of a root in git
   */
  public record RootEntry(
      String name,
      Optional<String> manifest,
      Optional<RepoUrl> repoURL,
      Optional<String> revision,
      Optional<String> path,
      Optional<String> namespace,
      String controlPlane,
      String of,
      List<String> environments,
      Map<String, String> labels,
      int line) {
    public RootEntry {
      environments = List.copyOf(environments);
      labels = Map.copyOf(labels);
    }
  }

  /**
   * One environment.
   *
   * @param branches exceptions by repository; an empty value means the repository takes no part
   */
  public record Environment(String name, String branch, Map<RepoUrl, Optional<String>> branches) {
    public Environment {
      branches = Map.copyOf(branches);
    }

    /**
     * The branch that carries this environment in a repository; empty when the repository takes no
     * part.
     */
    public Optional<String> branchOf(RepoUrl repository) {
      for (var exception : branches.entrySet()) {
        if (exception.getKey().sameRepositoryAs(repository)) {
          return exception.getValue();
        }
      }
      return Optional.of(branch);
    }
  }
}
