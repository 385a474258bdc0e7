package dev.layerscope.operation.place;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.RenderedObject;
import dev.layerscope.render.SourceType;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The blast radius of a change: what reads the changed place, what is declared there, and all that
 * lies below.
 *
 * @param direct the nodes whose sources read the place, or that are declared in it
 * @param reached these and everything below them, in the order of the hierarchy
 * @param roots the roots that reach one of them
 * @param of how many roots there are
 * @param clusters where what is reached is applied to, as its Applications spell it, sorted
 * @param manifests how many objects the Applications reached render
 * @param unsure why more may be reached than is listed, one sentence each
 */
public record Impact(
    Set<NodeId> direct,
    Set<NodeId> reached,
    List<ResolvedRoot> roots,
    int of,
    Set<String> clusters,
    long manifests,
    List<String> unsure) {

  /**
   * What a change to a file or directory of a repository reaches.
   *
   * @param traces what nodes were made from besides their own folders
   */
  public static Impact ofPath(
      Hierarchy hierarchy, Traces traces, RepoUrl repository, String path, Progress progress) {
    String wanted = clean(path);
    TreePath place = TreePath.clean(wanted).orElse(TreePath.ROOT);
    var direct = new LinkedHashSet<NodeId>();
    var untraced = new LinkedHashSet<NodeId>();
    for (HierarchyNode node : hierarchy.nodes()) {
      progress.stopIfCancelled();
      if (reads(node, repository, wanted)) {
        direct.add(node.id());
        continue;
      }
      Optional<Boolean> traced = traces.reads(node, repository, place);
      if (traced.isEmpty() && isBuilt(node) && node.unresolved().isEmpty()) {
        untraced.add(node.id());
      } else if (traced.orElse(false)) {
        direct.add(node.id());
      }
    }
    for (Edge edge : hierarchy.edges()) {
      if (isAt(edge.declaredIn(), repository, wanted)) {
        direct.add(edge.to());
      }
    }
    return of(hierarchy, direct, untraced);
  }

  /**
   * What a change to what some node reads reaches: on every cluster that reads the same place, not
   * only where it was pointed at.
   */
  public static Impact ofNode(Hierarchy hierarchy, HierarchyNode node) {
    var direct = new LinkedHashSet<NodeId>();
    direct.add(node.id());
    hierarchy.nodes().stream()
        .filter(other -> sharesSource(node, other))
        .map(HierarchyNode::id)
        .forEach(direct::add);
    return of(hierarchy, direct, Set.of());
  }

  /** What a change anywhere in a layer reaches. */
  public static Impact ofLayer(Hierarchy hierarchy, String layer) {
    var direct = new LinkedHashSet<NodeId>();
    hierarchy.nodes().stream()
        .filter(node -> node.layer().equals(layer))
        .map(HierarchyNode::id)
        .forEach(direct::add);
    return of(hierarchy, direct, Set.of());
  }

  private static Impact of(Hierarchy hierarchy, Set<NodeId> direct, Set<NodeId> untraced) {
    Set<NodeId> reached = direct.isEmpty() ? Set.of() : hierarchy.reachedFrom(direct);
    List<ResolvedRoot> roots =
        hierarchy.roots().stream()
            .filter(root -> hierarchy.depths(root).keySet().stream().anyMatch(reached::contains))
            .toList();
    var clusters = new TreeSet<String>();
    long manifests = 0;
    for (NodeId id : reached) {
      HierarchyNode node = hierarchy.get(id);
      node.application()
          .map(application -> cluster(id, application.destination()))
          .ifPresent(clusters::add);
      manifests += node.kind() == NodeKind.APPLICATION ? node.rendered().total() : 0;
    }
    return new Impact(
        direct,
        reached,
        roots,
        hierarchy.roots().size(),
        clusters,
        manifests,
        unsure(hierarchy, reached, untraced));
  }

  /** {@code in-cluster} is another cluster for every control plane: it is named after its own. */
  private static String cluster(NodeId id, Destination destination) {
    String name = destination.cluster();
    boolean own =
        name.isEmpty() || name.equals("in-cluster") || name.contains("kubernetes.default");
    return own ? id.controlPlane() : name;
  }

  /**
   * What is opaque may read anything; a root that could not be read may lead anywhere; and of what
   * was built and is not remembered nobody knows what it was built from.
   */
  private static List<String> unsure(
      Hierarchy hierarchy, Set<NodeId> reached, Set<NodeId> untraced) {
    var unsure = new ArrayList<String>();
    for (ResolvedRoot root : hierarchy.roots()) {
      root.unknown().ifPresent(why -> unsure.add("Root " + root.name() + " is unknown: " + why));
    }
    long blind = hierarchy.nodes().stream().filter(node -> node.unresolved().isPresent()).count();
    if (blind > 0) {
      unsure.add(
          blind
              + (blind == 1 ? " node could" : " nodes could")
              + " not be looked into: whether the change reaches below "
              + (blind == 1 ? "it" : "them")
              + " is not known.");
    }
    long built = untraced.stream().filter(id -> !reached.contains(id)).count();
    if (built > 0) {
      unsure.add(
          built
              + (built == 1 ? " Application that is" : " Applications that are")
              + " not listed "
              + (built == 1 ? "is" : "are")
              + " built by Helm from a chart, or not remembered: whether it reads the place is not"
              + " known.");
    }
    return List.copyOf(unsure);
  }

  private static boolean isBuilt(HierarchyNode node) {
    return node.sources().stream()
        .anyMatch(s -> s.type() == SourceType.KUSTOMIZE || s.type() == SourceType.HELM);
  }

  private static boolean sharesSource(HierarchyNode a, HierarchyNode b) {
    return a.sources().stream()
        .anyMatch(mine ->
            b.sources().stream()
                .anyMatch(theirs ->
                    mine.repository().equals(theirs.repository())
                        && mine.declared().chart().equals(theirs.declared().chart())
                        && path(mine).equals(path(theirs))));
  }

  private static boolean reads(HierarchyNode node, RepoUrl repository, String wanted) {
    for (ResolvedSource source : node.sources()) {
      boolean same = new RepoUrl(source.repository()).sameRepositoryAs(repository);
      if (same
          && source.declared().chart().isEmpty()
          && !lendsOnly(source.declared())
          && overlaps(path(source), wanted)) {
        return true;
      }
    }
    for (RenderedObject object : node.objects()) {
      if (isAt(object.place(), repository, wanted)) {
        return true;
      }
    }
    return false;
  }

  /** A source with a name and without a path is read by nobody but those who name it. */
  static boolean lendsOnly(Source source) {
    return source.ref().isPresent() && source.path().orElse("").isEmpty();
  }

  private static boolean isAt(Location place, RepoUrl repository, String wanted) {
    return !place.repoUrl().isEmpty()
        && new RepoUrl(place.repoUrl()).sameRepositoryAs(repository)
        && isWithin(place.path(), wanted);
  }

  /** A file lies in the directory read, or the directory read lies in the one that changed. */
  private static boolean overlaps(String read, String wanted) {
    return isWithin(wanted, read) || isWithin(read, wanted);
  }

  private static boolean isWithin(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  private static String path(ResolvedSource source) {
    return clean(source.declared().path().orElse(""));
  }

  private static String clean(String path) {
    String plain = path.strip().replaceAll("/+", "/").replaceAll("^(\\./)+|^/|/$", "");
    return plain.equals(".") ? "" : plain;
  }

  /** How many of what is reached are Applications. */
  public long applications() {
    return reached.stream().filter(id -> id.kind() == NodeKind.APPLICATION).count();
  }

  /** How many of the Applications reached are applied to each cluster, by its name. */
  public Map<String, Long> applicationsByCluster(Hierarchy hierarchy) {
    var counts = new TreeMap<String, Long>();
    for (NodeId id : reached) {
      HierarchyNode node = hierarchy.get(id);
      if (node.kind() == NodeKind.APPLICATION) {
        node.application()
            .ifPresent(a -> counts.merge(cluster(id, a.destination()), 1L, Long::sum));
      }
    }
    return counts;
  }

  /** How many of a root's Applications are reached. */
  public long applicationsOf(Hierarchy hierarchy, ResolvedRoot root) {
    return hierarchy.depths(root).keySet().stream()
        .filter(id -> id.kind() == NodeKind.APPLICATION && reached.contains(id))
        .count();
  }

  /** Whether nothing is reached. */
  public boolean isEmpty() {
    return reached.isEmpty();
  }
}
