package dev.layerscope.workspace;

import dev.layerscope.argocd.Given;
import dev.layerscope.argocd.Settings;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills in what the file leaves out, and refuses what cannot be left out. */
final class WorkspaceDefaults {
  private static final String BUILT_IN = "built-in";
  private static final String INSTALLED = "installed";

  private final Path file;

  private WorkspaceDefaults(Path file) {
    this.file = file;
  }

  static Workspace fill(Path file, WorkspaceYaml yaml) throws WorkspaceException {
    return new WorkspaceDefaults(file).workspace(yaml);
  }

  private Workspace workspace(WorkspaceYaml yaml) throws WorkspaceException {
    var settings = new WorkspaceSettings(file);
    List<Workspace.Environment> environments = environments(orEmpty(yaml.environments()));
    return new Workspace(
        file,
        required(yaml.name(), "name", "the file"),
        settings.given(Optional.ofNullable(yaml.argocd()), clusters(yaml.clusters())),
        controlPlanes(orEmpty(yaml.controlPlanes()), settings),
        repositories(orEmpty(yaml.repositories())),
        roots(orEmpty(yaml.roots()), environments),
        environments,
        charts(yaml),
        samples(orEmpty(yaml.samples())),
        new KindsReader(file).read(orEmpty(yaml.kinds()), orEmpty(yaml.operators())),
        WaiverReader.read(file, orEmpty(yaml.waivers())),
        new IgnoreRules(file).read(orEmpty(yaml.ignore())));
  }

  private Workspace.Charts charts(WorkspaceYaml yaml) throws WorkspaceException {
    String helm = or(yaml.helm(), BUILT_IN);
    if (!helm.equals(BUILT_IN) && !helm.equals(INSTALLED)) {
      throw new WorkspaceException(
          file + ": helm is either " + BUILT_IN + " or " + INSTALLED + ", not “" + helm + "”.");
    }
    return new Workspace.Charts(Optional.ofNullable(yaml.charts()), helm.equals(INSTALLED));
  }

  private List<Workspace.Sample> samples(List<WorkspaceYaml.SampleYaml> declared)
      throws WorkspaceException {
    var samples = new ArrayList<Workspace.Sample>();
    for (WorkspaceYaml.SampleYaml sample : declared) {
      var sets = new ArrayList<Mapping>();
      for (Map<String, Node> set : orEmpty(sample.parameters())) {
        sets.add(Mapping.of(set));
      }
      samples.add(
          new Workspace.Sample(
              required(sample.applicationSet(), "applicationSet", "samples"), sets));
    }
    return samples;
  }

  private Map<String, List<Given>> controlPlanes(
      List<WorkspaceYaml.ControlPlane> declared, WorkspaceSettings settings)
      throws WorkspaceException {
    var planes = new HashMap<String, List<Given>>();
    for (WorkspaceYaml.ControlPlane plane : declared) {
      planes.put(
          required(plane.name(), "name", "controlPlanes"),
          settings.given(Optional.of(plane.argocd()), clusters(plane.clusters())));
    }
    return planes;
  }

  private Optional<List<Settings.Cluster>> clusters(
      @Nullable List<WorkspaceYaml.ClusterYaml> declared) throws WorkspaceException {
    if (declared == null) {
      return Optional.empty();
    }
    var clusters = new ArrayList<Settings.Cluster>();
    for (WorkspaceYaml.ClusterYaml cluster : declared) {
      clusters.add(
          new Settings.Cluster(
              required(cluster.name(), "name", "clusters"),
              required(cluster.server(), "server", "clusters"),
              or(cluster.labels(), Map.of()),
              or(cluster.annotations(), Map.of())));
    }
    return Optional.of(clusters);
  }

  private List<Workspace.RepositoryEntry> repositories(List<WorkspaceYaml.Repository> declared)
      throws WorkspaceException {
    var entries = new ArrayList<Workspace.RepositoryEntry>();
    for (WorkspaceYaml.Repository repository : declared) {
      RepoUrl url = new RepoUrl(required(repository.url(), "url", "repositories"));
      Optional<Workspace.RepositoryEntry> same =
          entries.stream().filter(e -> e.isFor(url)).findFirst();
      if (same.isPresent()) {
        throw new WorkspaceException(
            file
                + ": repositories names one repository twice: "
                + same.get().url()
                + " and "
                + url
                + ". Write the second spelling under aliases.");
      }
      entries.add(
          new Workspace.RepositoryEntry(
              url,
              Optional.ofNullable(repository.remote()),
              Optional.ofNullable(repository.defaultBranch()),
              orEmpty(repository.aliases()).stream().map(RepoUrl::new).toList(),
              Optional.ofNullable(repository.layer()),
              Optional.ofNullable(repository.localClone()),
              Optional.ofNullable(repository.forkOf()).map(RepoUrl::new),
              depth(repository.depth(), url)));
    }
    return entries;
  }

  private OptionalInt depth(@Nullable Integer written, RepoUrl url) throws WorkspaceException {
    if (written == null) {
      return OptionalInt.empty();
    }
    if (written < 1) {
      throw new WorkspaceException(
          file + ": depth of " + url + " must be at least 1: the number of commits to clone.");
    }
    return OptionalInt.of(written);
  }

  private List<Workspace.RootEntry> roots(
      List<WorkspaceYaml.RootYaml> declared, List<Workspace.Environment> environments)
      throws WorkspaceException {
    var roots = new ArrayList<Workspace.RootEntry>();
    Set<String> names = new HashSet<>();
    for (WorkspaceYaml.RootYaml root : declared) {
      String name = required(root.name(), "name", "roots");
      if (!names.add(name)) {
        throw new WorkspaceException(
            file + ": roots has two entries called " + name + ". Give each its own name.");
      }
      checkBootstrap(root, name);
      checkEnvironments(root, name, environments);
      roots.add(
          new Workspace.RootEntry(
              name,
              Optional.ofNullable(root.manifest()),
              Optional.ofNullable(root.repoURL()).map(RepoUrl::new),
              Optional.ofNullable(root.revision()),
              Optional.ofNullable(root.path()),
              Optional.ofNullable(root.namespace()),
              or(root.controlPlane(), name),
              or(root.of(), name),
              orEmpty(root.environments()),
              or(root.labels(), Map.of()),
              0));
    }
    return roots;
  }

  private void checkBootstrap(WorkspaceYaml.RootYaml root, String name) throws WorkspaceException {
    boolean local = root.manifest() != null;
    boolean inGit = root.repoURL() != null;
    if (local == inGit) {
      throw new WorkspaceException(
          file
              + ": root "
              + name
              + " needs either manifest, or repoURL and path"
              + (local ? ", not both." : "."));
    }
    if (inGit && root.path() == null) {
      throw new WorkspaceException(
          file + ": root " + name + " needs path: the file in the repository.");
    }
  }

  private void checkEnvironments(
      WorkspaceYaml.RootYaml root, String name, List<Workspace.Environment> environments)
      throws WorkspaceException {
    List<String> known = environments.stream().map(Workspace.Environment::name).toList();
    for (String environment : orEmpty(root.environments())) {
      if (!known.contains(environment)) {
        String hint =
            Spelling.nearest(environment, known).map(n -> " Did you mean “" + n + "”?").orElse("");
        throw new WorkspaceException(
            file
                + ": root "
                + name
                + " names the environment “"
                + environment
                + "”, which environments does not list."
                + hint);
      }
    }
  }

  private List<Workspace.Environment> environments(List<WorkspaceYaml.EnvironmentYaml> declared)
      throws WorkspaceException {
    var environments = new ArrayList<Workspace.Environment>();
    for (WorkspaceYaml.EnvironmentYaml environment : declared) {
      String name = required(environment.name(), "name", "environments");
      var branches = new HashMap<RepoUrl, Optional<String>>();
      var exceptions = environment.branches();
      if (exceptions != null) {
        exceptions.forEach(
            (url, branch) -> branches.put(new RepoUrl(url), Optional.ofNullable(branch)));
      }
      environments.add(new Workspace.Environment(name, or(environment.branch(), name), branches));
    }
    return environments;
  }

  private String required(@Nullable String value, String key, String where)
      throws WorkspaceException {
    if (value == null || value.isBlank()) {
      throw new WorkspaceException(
          file
              + ": "
              + (where.equals("the file") ? "the file" : "an entry of " + where)
              + " lacks the key “"
              + key
              + "”.");
    }
    return value;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
