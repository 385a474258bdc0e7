package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The complete graph of an estate at one selection of revisions. Immutable; the same input gives
 * the same order.
 */
public final class Hierarchy {
  private final List<ResolvedRoot> roots;
  private final Map<NodeId, HierarchyNode> nodes;
  private final Map<NodeId, List<HierarchyNode>> children = new ConcurrentHashMap<>();
  private final Declarations declarations;
  private final ControlPlanes controlPlanes;
  private final List<WaivedFinding> waived;
  private final List<Finding> general;

  Hierarchy(
      List<ResolvedRoot> roots,
      Map<NodeId, HierarchyNode> nodes,
      Collection<Edge> edges,
      ControlPlanes controlPlanes) {
    this(
        roots,
        new LinkedHashMap<>(nodes),
        new Declarations(edges),
        controlPlanes,
        List.of(),
        List.of());
  }

  /**
   * @param nodes nobody else's
   */
  private Hierarchy(
      List<ResolvedRoot> roots,
      Map<NodeId, HierarchyNode> nodes,
      Declarations declarations,
      ControlPlanes controlPlanes,
      List<WaivedFinding> waived,
      List<Finding> general) {
    this.controlPlanes = controlPlanes;
    this.waived = List.copyOf(waived);
    this.general = List.copyOf(general);
    this.roots = List.copyOf(roots);
    this.nodes = nodes;
    this.declarations = declarations;
  }

  /** The roots in the order of the workspace file. */
  public List<ResolvedRoot> roots() {
    return roots;
  }

  /**
   * Whether there are roots and not one of them could be read: then nothing here means anything.
   */
  public boolean nothingRead() {
    return !roots.isEmpty() && roots.stream().allMatch(root -> root.unknown().isPresent());
  }

  public Optional<ResolvedRoot> root(String name) {
    return roots.stream().filter(root -> root.name().equals(name)).findFirst();
  }

  /** Every node, in the order found: roots first, level by level. */
  public Collection<HierarchyNode> nodes() {
    return nodes.values();
  }

  public Optional<HierarchyNode> node(NodeId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** The node of an id that came from this hierarchy. */
  public HierarchyNode get(NodeId id) {
    return node(id).orElseThrow(() -> new IllegalArgumentException("no node " + id.text()));
  }

  /** Every declaration, in the order found. */
  public List<Edge> edges() {
    return declarations.edges();
  }

  /** What a node declares, in the order rendered; each child once. */
  public List<HierarchyNode> childrenOf(NodeId id) {
    return declarations.children(id).isEmpty()
        ? List.of() // as of most
        : children.computeIfAbsent(
            id, known -> declarations.children(known).stream().map(this::get).toList());
  }

  /** Every declaration of a node, those by roots included. */
  public List<Edge> declarationsOf(NodeId id) {
    return declarations.of(id);
  }

  /** The nodes that declare a node; a self-managed one declares itself. */
  public List<HierarchyNode> parentsOf(NodeId id) {
    return declarations.parents(id).stream().map(this::get).toList();
  }

  /**
   * The shortest chain of declarations from a root's own manifest down to a node; empty when it
   * does not reach it.
   */
  public List<Edge> pathTo(ResolvedRoot root, NodeId id) {
    return declarations.path(root.declared(), id);
  }

  /**
   * A root's nodes and everything below them with their depth (shortest path, 0 for what the root
   * declares).
   */
  public Map<NodeId, Integer> depths(ResolvedRoot root) {
    var depths = new LinkedHashMap<NodeId, Integer>();
    List<NodeId> level = root.declared();
    for (int depth = 0; !level.isEmpty(); depth++) {
      var next = new ArrayList<NodeId>();
      for (NodeId id : level) {
        if (depths.putIfAbsent(id, depth) == null) {
          childrenOf(id).forEach(child -> next.add(child.id()));
        }
      }
      level = next;
    }
    return depths;
  }

  /** Everything below some nodes, themselves included. */
  public Set<NodeId> reachedFrom(Collection<NodeId> starts) {
    var reached = new LinkedHashSet<>(starts);
    var queue = new ArrayDeque<>(starts);
    while (!queue.isEmpty()) {
      for (HierarchyNode child : childrenOf(queue.remove())) {
        if (reached.add(child.id())) {
          queue.add(child.id());
        }
      }
    }
    return reached;
  }

  /**
   * This hierarchy with what only another one has, drawn where the other one has it: for a picture
   * of both.
   */
  public Hierarchy over(Hierarchy other) {
    var both = new LinkedHashMap<>(nodes);
    other.nodes.forEach(both::putIfAbsent);
    var declared = new ArrayList<>(edges());
    other.edges().stream().filter(edge -> !nodes.containsKey(edge.to())).forEach(declared::add);
    var merged = new ArrayList<ResolvedRoot>();
    for (ResolvedRoot root : roots) {
      var tops = new LinkedHashSet<>(root.declared());
      other.root(root.name()).ifPresent(before -> tops.addAll(before.declared()));
      merged.add(
          new ResolvedRoot(
              root.root(), List.copyOf(tops), root.unknown(), root.revision(), root.findings()));
    }
    other.roots.stream().filter(root -> root(root.name()).isEmpty()).forEach(merged::add);
    var all = new Declarations(declared);
    return new Hierarchy(merged, both, all, controlPlanes, waived, general);
  }

  /**
   * Some of it, for looking at that alone.
   *
   * @param some nodes, in order
   * @param declared all declarations of these nodes, none of others
   */
  public Hierarchy part(
      List<HierarchyNode> some, List<Edge> declared, List<ResolvedRoot> someRoots) {
    Map<NodeId, HierarchyNode> byId = LinkedHashMap.newLinkedHashMap(some.size());
    some.forEach(node -> byId.put(node.id(), node));
    var all = new Declarations(declared);
    return new Hierarchy(someRoots, byId, all, controlPlanes, List.of(), List.of());
  }

  /** How many nodes lie below one, itself not counted. */
  public int countBelow(NodeId id) {
    return reachedFrom(List.of(id)).size() - 1;
  }

  /** The roots that reach a node. */
  public List<ResolvedRoot> rootsReaching(NodeId id) {
    Set<NodeId> above = above(id);
    return roots.stream()
        .filter(root -> root.declared().stream().anyMatch(above::contains))
        .toList();
  }

  /** A node and everything above it: what it costs does not grow with the fleet. */
  private Set<NodeId> above(NodeId id) {
    var above = new LinkedHashSet<>(List.of(id));
    var queue = new ArrayDeque<>(List.of(id));
    while (!queue.isEmpty()) {
      for (Edge edge : declarationsOf(queue.remove())) {
        edge.from().filter(above::add).ifPresent(queue::add);
      }
    }
    return above;
  }

  /**
   * Sets of nodes that declare each other in a circle; a node that only declares itself is none.
   */
  public List<Set<NodeId>> cycles() {
    return declarations.cycles();
  }

  /** The nodes declared at a place: joins a finding with the graph. */
  public List<HierarchyNode> nodesAt(Location location) {
    return nodes.values().stream()
        .filter(node -> node.manifest().origin().line(location.line()).equals(location))
        .toList();
  }

  /** The same hierarchy with more findings on some nodes. */
  public Hierarchy withFindings(Map<NodeId, List<Finding>> more) {
    return withFindings(more, HierarchyNode::withFindings);
  }

  /**
   * @param told makes a node that has all these findings, and no others
   */
  Hierarchy withFindings(
      Map<NodeId, List<Finding>> more,
      BiFunction<HierarchyNode, List<Finding>, HierarchyNode> told) {
    if (more.isEmpty()) {
      return this;
    }
    var changed = new LinkedHashMap<>(nodes);
    more.forEach((id, findings) -> {
      var all = new ArrayList<>(get(id).findings());
      all.addAll(findings);
      List<Finding> sorted = all.size() == 1 ? all : all.stream().distinct().sorted().toList();
      changed.put(id, told.apply(get(id), sorted));
    });
    return new Hierarchy(roots, changed, declarations, controlPlanes, waived, general);
  }

  /** The Argo CDs as they were found to be set. */
  public ControlPlanes controlPlanes() {
    return controlPlanes;
  }

  /**
   * The same hierarchy with some findings set aside.
   *
   * @param kept what is left of the findings of the nodes named
   * @param expired findings about waivers themselves
   */
  public Hierarchy waiving(
      List<ResolvedRoot> otherRoots,
      Map<NodeId, List<Finding>> kept,
      List<WaivedFinding> setAside,
      List<Finding> expired) {
    var changed = new LinkedHashMap<>(nodes);
    kept.forEach((id, findings) -> changed.put(id, get(id).withFindings(findings)));
    return new Hierarchy(otherRoots, changed, declarations, controlPlanes, setAside, expired);
  }

  /** Findings that somebody accepted; they are in none of the other lists. */
  public List<WaivedFinding> waived() {
    return waived;
  }

  /** Findings about the estate as a whole, which lie on no node and no root. */
  public List<Finding> generalFindings() {
    return general;
  }

  /** Every finding: of the whole, of the roots, then of the nodes. */
  public List<Finding> findings() {
    var all = new ArrayList<>(general);
    roots.forEach(root -> all.addAll(root.findings()));
    nodes.values().forEach(node -> all.addAll(node.findings()));
    return all;
  }
}
