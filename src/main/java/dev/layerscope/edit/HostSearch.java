package dev.layerscope.edit;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.SourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the folder a root or layer declares its Applications in: the source of its {@code -deps}
 * Application, on the environment's branch.
 */
final class HostSearch {
  private final Ground ground;
  private final List<String> notes = new ArrayList<>();

  HostSearch(Ground ground) {
    this.ground = ground;
  }

  /** What is good to know about the folder found. */
  List<String> notes() {
    return notes;
  }

  /** One way a folder is read. */
  private record Reading(String repository, String path, String ref) {}

  Host find(String in) throws RefusedException {
    Map<Reading, List<HierarchyNode>> readings = new LinkedHashMap<>();
    for (HierarchyNode node : declaring(candidates(in))) {
      ResolvedSource source = writable(node).orElseThrow();
      Reading reading =
          new Reading(
              source.repository(),
              source.declared().path().orElse(""),
              source.revision().orElseThrow().ref());
      readings.computeIfAbsent(reading, unused -> new ArrayList<>()).add(node);
    }
    if (readings.isEmpty()) {
      throw new RefusedException(
          "“"
              + in
              + "” has no Application in "
              + ground.environment()
              + " whose folder of manifests could be written to.",
          whyNone(in));
    }
    List<Map.Entry<Reading, List<HierarchyNode>>> here =
        readings.entrySet().stream().filter(e -> isOfEnvironment(e.getKey())).toList();
    if (here.size() != 1) {
      String found =
          readings.entrySet().stream()
              .map(e ->
                  e.getValue().getFirst().name()
                      + " ("
                      + e.getKey().path()
                      + " of "
                      + e.getKey().repository()
                      + " at "
                      + branchName(e.getKey().ref())
                      + ")")
              .collect(Collectors.joining(", "));
      throw new RefusedException(
          here.isEmpty()
              ? "Nothing of “" + in + "” is read at the branch of " + ground.environment() + "."
              : "“" + in + "” declares Applications in more than one place.",
          "Found: " + found + ".");
    }
    return host(here.getFirst().getKey(), here.getFirst().getValue());
  }

  /** The folder an Application is declared in: a source of the parent that declares it. */
  Host declaring(HierarchyNode parent, Location declaredIn) throws RefusedException {
    for (ResolvedSource source : parent.sources()) {
      boolean here =
          source.repository().equals(declaredIn.repoUrl())
              && source.revision().filter(r -> r.commit().equals(declaredIn.revision())).isPresent()
              && (source.type() == SourceType.DIRECTORY || source.type() == SourceType.KUSTOMIZE);
      if (here) {
        Revision revision = source.revision().orElseThrow();
        String path = source.declared().path().orElse("");
        List<HierarchyNode> readers =
            ground.hierarchy().nodes().stream()
                .filter(n ->
                    n.sources().stream()
                        .anyMatch(s ->
                            s.repository().equals(source.repository())
                                && s.declared().path().equals(source.declared().path())
                                && s.revision().equals(source.revision())))
                .toList();
        return host(new Reading(source.repository(), path, revision.ref()), source, readers);
      }
    }
    throw new RefusedException(
        parent.name() + " declares it in a form that cannot be written to.",
        "It is in " + declaredIn.pathAndLine() + ".");
  }

  /**
   * The Applications a name may mean: what a root declares, or those that read a layer's
   * repository.
   */
  private List<HierarchyNode> candidates(String in) throws RefusedException {
    Optional<ResolvedRoot> root = ground.hierarchy().root(in);
    if (root.isPresent()) {
      if (root.get().unknown().isPresent()) {
        throw new RefusedException(root.get().unknown().get(), "");
      }
      return applications(root.get().declared().stream().map(ground.hierarchy()::get));
    }
    List<HierarchyNode> layer =
        applications(ground.hierarchy().nodes().stream()).stream()
            .filter(n -> isOf(n, in))
            .toList();
    if (layer.isEmpty()) {
      var known = new TreeSet<String>();
      ground.hierarchy().roots().forEach(r -> known.add(r.name()));
      ground.hierarchy().nodes().forEach(n -> known.add(n.layer()));
      known.remove("");
      throw new RefusedException(
          "There is no root or layer “" + in + "” in " + ground.environment() + ".",
          "There are: " + String.join(", ", known) + ".");
    }
    return layer;
  }

  private static boolean isOf(HierarchyNode node, String layer) {
    return node.layer().equals(layer)
        || writable(node)
            .map(s -> new RepoUrl(s.repository()).shortName())
            .filter(layer::equals)
            .isPresent();
  }

  private static List<HierarchyNode> applications(Stream<HierarchyNode> nodes) {
    return nodes.filter(n -> n.kind() == NodeKind.APPLICATION && n.dormant().isEmpty()).toList();
  }

  /** Those called {@code …-deps}; else those that declare others; else all. */
  private List<HierarchyNode> declaring(List<HierarchyNode> candidates) {
    List<HierarchyNode> usable = candidates.stream().filter(n -> writable(n).isPresent()).toList();
    List<HierarchyNode> deps = usable.stream().filter(HostSearch::isDeps).toList();
    if (!deps.isEmpty()) {
      return deps;
    }
    List<HierarchyNode> parents =
        usable.stream()
            .filter(n -> !n.isResources())
            .filter(n ->
                ground.hierarchy().childrenOf(n.id()).stream()
                    .anyMatch(c -> c.kind() == NodeKind.APPLICATION && !c.id().equals(n.id())))
            .toList();
    return parents.isEmpty() ? usable : parents;
  }

  private static boolean isDeps(HierarchyNode node) {
    String path = writable(node).flatMap(s -> s.declared().path()).orElse("");
    return node.name().equals("deps")
        || node.name().endsWith("-deps")
        || path.equals("deps")
        || path.endsWith("/deps");
  }

  /** The source of an Application that files can be added to. */
  private static Optional<ResolvedSource> writable(HierarchyNode node) {
    return node.sources().stream()
        .filter(s -> s.type() == SourceType.DIRECTORY || s.type() == SourceType.KUSTOMIZE)
        .filter(s -> s.revision().isPresent() && s.declared().path().isPresent())
        .findFirst();
  }

  private String whyNone(String in) throws RefusedException {
    return candidates(in).stream()
        .flatMap(n -> n.unresolved().map(why -> n.name() + ": " + why).stream())
        .findFirst()
        .orElse("");
  }

  /** A repository without a branch of the environment has one line for all of them. */
  private boolean isOfEnvironment(Reading reading) {
    var url = new RepoUrl(reading.repository());
    Optional<String> wanted = ground.branchOf(url);
    String read = branchName(reading.ref());
    return wanted.isEmpty()
        || wanted.get().equals(read)
        || ground.branch(url, wanted.get()).isEmpty() && !ground.carriesAny(url, read);
  }

  private Host host(Reading reading, List<HierarchyNode> nodes) throws RefusedException {
    return host(reading, writable(nodes.getFirst()).orElseThrow(), nodes);
  }

  private Host host(Reading reading, ResolvedSource source, List<HierarchyNode> nodes)
      throws RefusedException {
    var url = new RepoUrl(reading.repository());
    Revision revision = source.revision().orElseThrow();
    Optional<Clone> clone = ground.cloneOf(url);
    Optional<Branch> branch = clone.flatMap(c -> c.branch(branchName(reading.ref())));
    if (branch.isEmpty()
        || !reading.ref().startsWith("refs/")
        || reading.ref().startsWith("refs/tags/")) {
      throw new RefusedException(
          nodes.getFirst().name()
              + " reads "
              + url.display()
              + " at "
              + revision.asked()
              + ", which is no branch: a new commit would not reach it.",
          "");
    }
    if (branch.get().diverged()) {
      throw new RefusedException(
          "Branch "
              + branch.get().name()
              + " of "
              + url.display()
              + " has diverged: "
              + branch.get().ahead()
              + " commits are only here, "
              + branch.get().behind()
              + " only there.",
          "Push or undo yours first.");
    }
    ground
        .branchOf(url)
        .filter(wanted -> !wanted.equals(branch.get().name()))
        .ifPresent(wanted ->
            notes.add(
                url.shortName()
                    + " has no branch "
                    + wanted
                    + "; "
                    + branch.get().name()
                    + " is written, which every environment reads."));
    Snapshot snapshot = clone.flatMap(c -> c.snapshot(branch.get().commit())).orElseThrow();
    TreePath folder = TreePath.clean(reading.path()).orElse(TreePath.ROOT);
    var host = new Host(nodes, source, snapshot, branch.get(), folder, planes(nodes));
    refuseDifferentNamespaces(host);
    return host;
  }

  /** The control planes the Applications of the folder will live in. */
  private List<String> planes(List<HierarchyNode> nodes) {
    return nodes.stream()
        .map(node ->
            node.application()
                .flatMap(a ->
                    ground.controlPlanes().runningIn(node.id().controlPlane(), a.destination()))
                .orElse(node.id().controlPlane()))
        .distinct()
        .toList();
  }

  private void refuseDifferentNamespaces(Host host) throws RefusedException {
    List<String> namespaces =
        host.planes().stream()
            .map(p -> ground.controlPlanes().settings(p).namespace())
            .distinct()
            .toList();
    if (namespaces.size() > 1) {
      throw new RefusedException(
          "The clusters that read "
              + host.described()
              + " have control planes in different namespaces: "
              + String.join(", ", namespaces)
              + ". One file cannot name both.",
          "Bind the team in the roots instead.");
    }
  }

  /** {@code dev} of {@code refs/heads/dev} and {@code refs/remotes/origin/dev}. */
  static String branchName(String ref) {
    return ref.replaceFirst("^refs/(heads|remotes/[^/]+|tags)/", "");
  }
}
