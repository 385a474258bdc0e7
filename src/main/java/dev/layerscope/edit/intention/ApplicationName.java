package dev.layerscope.edit.intention;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An Application as a person names it: {@code [ROOT//][NAMESPACE/]NAME}, the root by its name or by
 * the one that it has in every environment.
 */
public final class ApplicationName {
  private ApplicationName() {}

  /** The Applications that a name may mean, in the order of the hierarchy. */
  public static List<HierarchyNode> meant(Hierarchy hierarchy, String name) {
    int roots = name.indexOf("//");
    Optional<String> root = roots < 0 ? Optional.empty() : Optional.of(name.substring(0, roots));
    String rest = roots < 0 ? name : name.substring(roots + 2);
    int slash = rest.lastIndexOf('/');
    Optional<String> namespace =
        slash < 0 ? Optional.empty() : Optional.of(rest.substring(0, slash));
    String bare = bare(name);
    Set<NodeId> reach = reach(hierarchy, root);
    return hierarchy.nodes().stream()
        .filter(node -> node.kind() == NodeKind.APPLICATION && node.name().equals(bare))
        .filter(node -> namespace.isEmpty() || namespace.get().equals(node.id().namespace()))
        .filter(node -> reach.contains(node.id()))
        .toList();
  }

  private static Set<NodeId> reach(Hierarchy hierarchy, Optional<String> root) {
    if (root.isEmpty()) {
      return hierarchy.nodes().stream().map(HierarchyNode::id).collect(Collectors.toSet());
    }
    // By its own name; else by the one that it has in every environment.
    Predicate<ResolvedRoot> meant =
        hierarchy.root(root.get()).isPresent()
            ? r -> r.name().equals(root.get())
            : r -> r.root().of().equals(root.get());
    return hierarchy.roots().stream()
        .filter(meant)
        .flatMap(r -> hierarchy.reachedFrom(r.declared()).stream())
        .collect(Collectors.toSet());
  }

  /** What is left of a name without the root and the namespace. */
  public static String bare(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** How to name one without doubt. */
  public static String full(Hierarchy hierarchy, HierarchyNode node) {
    String root =
        hierarchy.rootsReaching(node.id()).stream().map(ResolvedRoot::name).findFirst().orElse("");
    return root + "//" + node.id().namespace() + "/" + node.name();
  }

  /** The same, refused when there is none. */
  public static List<HierarchyNode> nodes(Hierarchy hierarchy, String name)
      throws RefusedException {
    List<HierarchyNode> nodes = meant(hierarchy, name);
    if (nodes.isEmpty()) {
      var known = new TreeSet<String>();
      hierarchy.nodes().stream()
          .filter(n -> n.kind() == NodeKind.APPLICATION)
          .forEach(n -> known.add(n.name()));
      throw new RefusedException(
          "There is no Application “" + name + "”.",
          "There are: " + known.stream().limit(40).collect(Collectors.joining(", ")) + ".");
    }
    return nodes;
  }
}
