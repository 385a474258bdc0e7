package dev.layerscope.argocd;

import dev.layerscope.finding.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a control plane is set to (specification §14): Argo CD's defaults, what its own
 * configuration in git says, and above both what the workspace says. One per control plane.
 *
 * @param namespace the control-plane namespace
 * @param applicationNamespaces further namespaces watched for Applications: globs, or regular
 *     expressions in slashes
 * @param version of Argo CD, {@code 3.5}
 * @param tools how sources are rendered
 * @param generation how ApplicationSets find files
 * @param resources the kinds Argo CD leaves alone
 * @param tracking how it marks what it manages
 * @param clusters the inventory: clusters this control plane knows
 * @param globalProjects whose rules count for other projects as well
 * @param inCluster whether its own cluster is known as {@code in-cluster} without being listed
 * @param found where a setting was read in git, by its name in Argo CD's configuration
 */
public record Settings(
    String namespace,
    List<String> applicationNamespaces,
    String version,
    Tools tools,
    Generation generation,
    ResourceFilter resources,
    Tracking tracking,
    List<Cluster> clusters,
    List<GlobalProject> globalProjects,
    boolean inCluster,
    Map<String, String> found) {
  /** Argo CD's defaults: control plane {@code argocd}, newest version, nothing else known. */
  public static final Settings DEFAULT =
      new Settings(
          "argocd",
          List.of(),
          "3.5",
          Tools.DEFAULT,
          Generation.DEFAULT,
          ResourceFilter.DEFAULT,
          Tracking.DEFAULT,
          List.of(),
          List.of(),
          true,
          Map.of());

  public Settings {
    applicationNamespaces = List.copyOf(applicationNamespaces);
    clusters = List.copyOf(clusters);
    globalProjects = List.copyOf(globalProjects);
    found = Map.copyOf(found);
  }

  /** One cluster of the inventory; {@code project} when only one project may use it. */
  public record Cluster(
      String name,
      String server,
      Map<String, String> labels,
      Map<String, String> annotations,
      Optional<String> project) {
    public Cluster {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }

    /** A cluster that every project may use. */
    public Cluster(
        String name, String server, Map<String, String> labels, Map<String, String> annotations) {
      this(name, server, labels, annotations, Optional.empty());
    }
  }

  /** How the git generators of ApplicationSets look for files (specification §6.3). */
  public record Generation(boolean newFileGlobbing, boolean hiddenDirectories) {
    public static final Generation DEFAULT = new Generation(false, false);
  }

  /**
   * How Argo CD marks what it manages (specification §1.12), and whether it knows when a child
   * Application is healthy (§9.2).
   *
   * @param method {@code annotation}, {@code label} or {@code annotation+label}
   */
  public record Tracking(String method, String label, boolean applicationHealth) {
    public static final Tracking DEFAULT =
        new Tracking("annotation", "app.kubernetes.io/instance", false);
  }

  public Optional<String> kubeVersion() {
    return tools.kubeVersion();
  }

  public List<String> apiVersions() {
    return tools.apiVersions();
  }

  /** Flags given to {@code kustomize build}. */
  public String kustomizeBuildOptions() {
    return tools.kustomizeBuildOptions();
  }

  /** Names of config management plugins. */
  public List<String> plugins() {
    return tools.plugins();
  }

  /** These with what somebody says over them, in order. */
  public Settings with(List<Given> given) {
    Settings settings = this;
    for (Given one : given) {
      settings = one.over(settings);
    }
    return settings;
  }

  /**
   * What an answer that some settings decide is as sure as: exact when they have their defaults or
   * the workspace says them, assumed when they were read in git.
   *
   * @param names Argo CD's own, {@code resource.exclusions}
   */
  public Certainty certaintyOf(String... names) {
    Certainty certainty = Certainty.EXACT;
    for (String name : names) {
      String place = found.get(name);
      certainty =
          place == null ? certainty : certainty.and(Certainty.assumed(name + " as in " + place));
    }
    return certainty;
  }

  public Settings withNamespace(String other) {
    return but(draft -> draft.namespace = other);
  }

  public Settings withApplicationNamespaces(List<String> other) {
    return but(draft -> draft.applicationNamespaces = other);
  }

  public Settings withVersion(String other) {
    return but(draft -> draft.version = other);
  }

  public Settings with(Tools other) {
    return but(draft -> draft.tools = other);
  }

  public Settings with(Generation other) {
    return but(draft -> draft.generation = other);
  }

  public Settings with(ResourceFilter other) {
    return but(draft -> draft.resources = other);
  }

  public Settings with(Tracking other) {
    return but(draft -> draft.tracking = other);
  }

  public Settings withClusters(List<Cluster> other) {
    return but(draft -> draft.clusters = other);
  }

  /** These with more clusters; one that takes an earlier one's name or server replaces it. */
  public Settings withMoreClusters(List<Cluster> more) {
    var all = new ArrayList<>(clusters);
    for (Cluster one : more) {
      all.removeIf(c -> c.name().equals(one.name()) || c.server().equals(one.server()));
      all.add(one);
    }
    return withClusters(all);
  }

  public Settings withGlobalProjects(List<GlobalProject> other) {
    return but(draft -> draft.globalProjects = other);
  }

  public Settings withInCluster(boolean other) {
    return but(draft -> draft.inCluster = other);
  }

  /** Remembers where a setting comes from; an empty place forgets it. */
  Settings from(String name, Optional<String> place) {
    var places = new TreeMap<>(found);
    place.ifPresentOrElse(p -> places.put(name, p), () -> places.remove(name));
    return but(draft -> draft.found = places);
  }

  /** A copy to change before it is a value again. */
  private static final class Draft {
    private String namespace;
    private List<String> applicationNamespaces;
    private String version;
    private Tools tools;
    private Generation generation;
    private ResourceFilter resources;
    private Tracking tracking;
    private List<Cluster> clusters;
    private List<GlobalProject> globalProjects;
    private boolean inCluster;
    private Map<String, String> found;

    Draft(Settings from) {
      this.namespace = from.namespace;
      this.applicationNamespaces = from.applicationNamespaces;
      this.version = from.version;
      this.tools = from.tools;
      this.generation = from.generation;
      this.resources = from.resources;
      this.tracking = from.tracking;
      this.clusters = from.clusters;
      this.globalProjects = from.globalProjects;
      this.inCluster = from.inCluster;
      this.found = from.found;
    }

    Settings finished() {
      return new Settings(
          namespace,
          applicationNamespaces,
          version,
          tools,
          generation,
          resources,
          tracking,
          clusters,
          globalProjects,
          inCluster,
          found);
    }
  }

  private Settings but(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }
}
