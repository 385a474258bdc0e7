package dev.layerscope.edit.estate;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.SourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which Applications the name of a root or layer may mean, and which of them declare others. */
final class HostCandidates {
  private static final Set<SourceType> WRITABLE =
      Set.of(SourceType.DIRECTORY, SourceType.KUSTOMIZE, SourceType.HELM);

  private final Ground ground;

  HostCandidates(Ground ground) {
    this.ground = ground;
  }

  /**
   * The Applications a name may mean: what a root declares, or those that read a layer's
   * repository.
   */
  List<HierarchyNode> all(String in) throws RefusedException {
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

  /** Of these, those called {@code …-deps}; else those that declare others; else all. */
  List<HierarchyNode> declaring(String in) throws RefusedException {
    List<HierarchyNode> usable = all(in).stream().filter(n -> writable(n).isPresent()).toList();
    List<HierarchyNode> deps = usable.stream().filter(HostCandidates::isDeps).toList();
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
  static Optional<ResolvedSource> writable(HierarchyNode node) {
    return node.sources().stream().filter(HostCandidates::isWritable).findFirst();
  }

  /** A folder in git, not a chart from a registry. */
  static boolean isWritable(ResolvedSource source) {
    return WRITABLE.contains(source.type())
        && source.revision().isPresent()
        && source.declared().chart().isEmpty()
        && source.declared().path().isPresent();
  }
}
