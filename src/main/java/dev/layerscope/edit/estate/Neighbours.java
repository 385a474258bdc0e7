package dev.layerscope.edit.estate;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.ApplicationReader;
import dev.layerscope.argocd.Destination;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.BlockStyle;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a folder already, read from its files, and what can be learnt from it: where teams
 * are bound, how files are named and written, how clusters are spelled.
 */
public final class Neighbours {
  public static final String MANAGED_BY = "argocd.argoproj.io/managed-by";
  private static final String WAVE = "argocd.argoproj.io/sync-wave";
  private static final long LARGEST = 1 << 20;

  private final Host host;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();
  private int carriageReturns;

  /**
   * A team that is bound in the folder.
   *
   * @param manifests the Application, its project, and what stands in its namespace
   */
  public record Team(String name, Application application, List<Manifest> manifests) {
    public Optional<Manifest> one(String kind) {
      return manifests.stream().filter(m -> m.gvk().kind().equals(kind)).findFirst();
    }

    public TreePath file() {
      return TreePath.of(application.manifest().origin().path());
    }
  }

  public Neighbours(Host host) {
    this.host = host;
    Snapshot snapshot = host.snapshot();
    snapshot
        .find(host.folder())
        .ifPresent(
            folder -> snapshot.walk(folder, below -> host.isDeep()).stream().forEach(this::read));
    manifests.forEach(this::findTeam);
  }

  private void read(TreeEntry file) {
    boolean yaml = file.name().endsWith(".yaml") || file.name().endsWith(".yml");
    if (!file.isFile() || !yaml || host.snapshot().size(file) > LARGEST) {
      return;
    }
    Origin origin = Origin.of(host.snapshot(), file.path());
    byte[] bytes = host.snapshot().read(file);
    carriageReturns += new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n") ? 1 : -1;
    for (Document document : YamlReader.read(bytes, Reading.ARGO)) {
      if (document instanceof Document.Content content && content.root() instanceof Mapping root) {
        Manifest.of(root, origin).ifPresent(manifests::add);
      }
    }
  }

  /** A team has a project of its own, and an Application that reads a repository of its own. */
  private void findTeam(Manifest manifest) {
    if (!manifest.gvk().isArgo("Application")) {
      return;
    }
    Application application = ApplicationReader.read(manifest).application();
    Optional<Manifest> project =
        manifests.stream()
            .filter(m -> m.gvk().isArgo("AppProject") && m.name().equals(application.project()))
            .findFirst();
    boolean ownRepository =
        !application.sources().isEmpty()
            && application.sources().stream()
                .noneMatch(s -> s.repoURL().sameRepositoryAs(host.repository()));
    if (project.isPresent() && ownRepository) {
      String namespace = application.destination().namespace().orElse("");
      var all = new ArrayList<Manifest>(List.of(manifest, project.get()));
      for (Manifest m : manifests) {
        boolean own = m.gvk().kind().equals("Namespace") && m.name().equals(namespace);
        if (own || !namespace.isEmpty() && m.namespace().equals(namespace)) {
          all.add(m);
        }
      }
      teams.add(new Team(application.name(), application, all));
    }
  }

  List<Manifest> manifests() {
    return manifests;
  }

  public List<Team> teams() {
    return teams;
  }

  /**
   * The Application a new one of the platform's is like: of the project most of them have, never a
   * team's; for the cluster the folder itself goes to, where there are several.
   */
  public Application model() {
    Application own = host.nodes().getFirst().application().orElseThrow();
    List<String> bound = teams.stream().map(Team::name).toList();
    List<Application> all =
        manifests.stream()
            .filter(m -> m.gvk().isArgo("Application") && !bound.contains(m.name()))
            .map(m -> ApplicationReader.read(m).application())
            .toList();
    Map<String, Long> projects =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Application::project, LinkedHashMap::new, Collectors.counting()));
    long most = projects.values().stream().max(Long::compare).orElse(0L);
    List<Application> usual =
        all.stream().filter(a -> projects.getOrDefault(a.project(), 0L) == most).toList();
    return usual.stream()
        .filter(a -> a.destination().cluster().equals(own.destination().cluster()))
        .findFirst()
        .or(() -> usual.stream().findFirst())
        .orElse(own);
  }

  /** How YAML is written here. */
  public BlockStyle style() {
    return BlockStyle.learn(
        Stream.concat(teams.stream().flatMap(t -> t.manifests().stream()), manifests.stream())
            .map(Manifest::root)
            .toList());
  }

  /** The text of a new file, with the line ends most files here have. */
  public String written(String text) {
    return carriageReturns > 0 ? text.replace("\n", "\r\n") : text;
  }

  /**
   * The cluster as the teams' Applications spell it, else as the others do: the one the folder
   * itself goes to. A hub declares Applications for other clusters as well; only where every team
   * is delivered elsewhere it is theirs.
   */
  public Destination destination() {
    Optional<Destination> own = host.nodes().getFirst().application().map(Application::destination);
    List<Destination> bound =
        teams.stream().map(t -> t.application().destination()).filter(Neighbours::isOne).toList();
    List<Destination> all =
        manifests.stream()
            .filter(m -> m.gvk().isArgo("Application"))
            .map(m -> ApplicationReader.read(m).application().destination())
            .filter(Neighbours::isOne)
            .toList();
    return (bound.isEmpty() ? all : bound)
        .stream()
            .filter(d -> own.filter(o -> o.cluster().equals(d.cluster())).isPresent())
            .findFirst()
            .or(() -> bound.stream().findFirst())
            .or(() -> own.filter(Neighbours::isOne))
            .orElse(
                new Destination(
                    Optional.of(Destination.IN_CLUSTER_SERVER),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static boolean isOne(Destination destination) {
    return destination.server().isPresent() != destination.name().isPresent();
  }

  /** What follows a team's name in the name of its people's group. */
  public Optional<String> groupSuffix() {
    for (Team team : teams) {
      for (Manifest binding : team.manifests()) {
        Optional<Sequence> subjects = binding.root().sequence("subjects");
        Optional<String> suffix =
            subjects.stream()
                .flatMap(s -> s.items().stream())
                .filter(s -> s.textAt("kind").filter("Group"::equals).isPresent())
                .flatMap(s -> s.textAt("name").stream())
                .filter(group -> group.startsWith(team.name()))
                .map(group -> group.substring(team.name().length()))
                .findFirst();
        if (suffix.isPresent()) {
          return suffix;
        }
      }
    }
    return Optional.empty();
  }

  /** The namespace the projects and Applications here are declared in, when they agree. */
  public Optional<String> controlPlane() {
    for (String kind : List.of("AppProject", "Application")) {
      List<String> namespaces =
          manifests.stream()
              .filter(m -> m.gvk().isArgo(kind) && !m.namespace().isEmpty())
              .map(Manifest::namespace)
              .distinct()
              .toList();
      if (namespaces.size() == 1) {
        return Optional.of(namespaces.getFirst());
      }
    }
    return Optional.empty();
  }

  /** Whether the teams' namespaces are labelled for the operator of OpenShift GitOps. */
  public boolean labelsNamespaces() {
    return teams.stream()
        .flatMap(t -> t.one("Namespace").stream())
        .anyMatch(m -> m.root().textAt("metadata", "labels", MANAGED_BY).isPresent());
  }

  /**
   * The sync wave that objects of a kind have in every team; empty when they have none or differ.
   */
  public Optional<String> wave(String kind) {
    List<Optional<String>> waves =
        teams.stream().map(t -> t.one(kind).flatMap(m -> m.annotation(WAVE))).distinct().toList();
    return waves.size() == 1 ? waves.getFirst() : Optional.empty();
  }
}
