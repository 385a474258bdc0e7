package dev.layerscope.diff.hierarchy;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One side of a comparison, with its nodes by logical identity. Safe for several threads. */
public final class Side {
  private static final String ANY_ROOT = "{root}";

  private final Hierarchy hierarchy;
  private final Map<String, String> planes = new HashMap<>();
  private final Map<LogicalId, HierarchyNode> nodes = new LinkedHashMap<>();
  private final Map<NodeId, LogicalId> logical = new HashMap<>();
  private final Map<NodeId, Set<String>> roots = new HashMap<>();
  private final Optional<String> ownName;

  /** A side whose roots keep their names. */
  public Side(Hierarchy hierarchy) {
    this(hierarchy, Optional.empty());
  }

  /**
   * @param ownName for a side of one root that is compared with another root: its name stands for
   *     any root's, as a whole word of any Application's name
   */
  public Side(Hierarchy hierarchy, Optional<String> ownName) {
    this.hierarchy = hierarchy;
    this.ownName = ownName;
    hierarchy.roots().forEach(this::plane);
    hierarchy
        .nodes()
        .forEach(node -> {
          LogicalId id = logical(node.id());
          logical.put(node.id(), id);
          nodes.put(id, node);
        });
  }

  private void plane(ResolvedRoot root) {
    boolean own = root.root().controlPlane().equals(root.name());
    String role = ownName.isPresent() ? ANY_ROOT : root.root().of();
    planes.put(root.root().controlPlane(), own ? role : root.root().controlPlane());
    hierarchy
        .reachedFrom(root.declared())
        .forEach(
            id -> roots.computeIfAbsent(id, unused -> new LinkedHashSet<>()).add(root.root().of()));
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  Set<LogicalId> ids() {
    return nodes.keySet();
  }

  Optional<HierarchyNode> node(LogicalId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  List<LogicalId> parents(LogicalId id) {
    return node(id)
        .map(node ->
            hierarchy.parentsOf(node.id()).stream()
                .map(parent -> Objects.requireNonNull(logical.get(parent.id())))
                .toList())
        .orElse(List.of());
  }

  /** What makes a node of this side the same as one of another. */
  LogicalId logicalId(NodeId id) {
    return Objects.requireNonNullElseGet(logical.get(id), () -> logical(id));
  }

  /** The logical roots that reach a node. */
  Set<String> roots(LogicalId id) {
    return node(id).map(node -> roots.getOrDefault(node.id(), Set.of())).orElse(Set.of());
  }

  /** The logical roots whose own manifest declares a node. */
  List<String> rootsDeclaring(LogicalId id) {
    return node(id)
        .map(node ->
            hierarchy.roots().stream()
                .filter(root -> root.declared().contains(node.id()))
                .map(root -> root.root().of())
                .toList())
        .orElse(List.of());
  }

  /** Why a logical root could not be read on this side. */
  Optional<String> unknownRoot(String of) {
    return hierarchy.roots().stream()
        .filter(root -> root.root().of().equals(of))
        .flatMap(root -> root.unknown().stream())
        .findFirst();
  }

  private LogicalId logical(NodeId id) {
    return new LogicalId(
        planes.getOrDefault(id.controlPlane(), id.controlPlane()),
        id.namespace(),
        id.kind(),
        ownName.map(own -> anyRoot(id.name(), own)).orElse(id.name()));
  }

  private static String anyRoot(String name, String own) {
    return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(own) + "(?![A-Za-z0-9])")
        .matcher(name)
        .replaceAll(ANY_ROOT);
  }
}
