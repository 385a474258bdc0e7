package dev.layerscope.hierarchy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * Who declares whom, apart from what is known of the nodes themselves: hierarchies that differ in
 * their findings only have it in common. Immutable.
 */
final class Declarations {
  private final List<Edge> edges;
  private final Map<NodeId, List<Edge>> byChild;
  private final Map<NodeId, Set<NodeId>> children = new HashMap<>();

  Declarations(Collection<Edge> edges) {
    this.edges = List.copyOf(edges);
    this.byChild = HashMap.newHashMap(this.edges.size());
    for (Edge edge : this.edges) {
      byChild.merge(edge.to(), List.of(edge), Declarations::and);
      edge.from()
          .ifPresent(from ->
              children.computeIfAbsent(from, ignored -> new LinkedHashSet<>()).add(edge.to()));
    }
  }

  /** Most nodes are declared once. */
  private static List<Edge> and(List<Edge> before, List<Edge> more) {
    var all = new ArrayList<>(before);
    all.addAll(more);
    return all;
  }

  /** All, in the order found. */
  List<Edge> edges() {
    return edges;
  }

  /** What a node declares; each child once. */
  Set<NodeId> children(NodeId id) {
    return children.getOrDefault(id, Set.of());
  }

  /** Every declaration of a node, those by roots included. */
  List<Edge> of(NodeId id) {
    return byChild.getOrDefault(id, List.of());
  }

  /** Who declares a node; each once. */
  Set<NodeId> parents(NodeId id) {
    var parents = new LinkedHashSet<NodeId>();
    of(id).forEach(edge -> edge.from().ifPresent(parents::add));
    return parents;
  }

  /** The shortest way down from what a root declares itself; empty when there is none. */
  List<Edge> path(List<NodeId> starts, NodeId id) {
    Map<NodeId, Edge> towards = towards(id);
    List<Edge> best = List.of();
    for (NodeId start : starts) {
      Optional<Edge> own = of(start).stream().filter(e -> e.from().isEmpty()).findFirst();
      if (own.isEmpty()) {
        continue;
      }
      List<Edge> chain = follow(own.get(), towards, id);
      if (!chain.isEmpty() && (best.isEmpty() || chain.size() < best.size())) {
        best = chain;
      }
    }
    return best;
  }

  private static List<Edge> follow(Edge first, Map<NodeId, Edge> towards, NodeId id) {
    var chain = new ArrayList<Edge>();
    Edge next = first;
    while (next != null) {
      chain.add(next);
      if (next.to().equals(id)) {
        return chain;
      }
      next = towards.get(next.to());
    }
    return List.of();
  }

  /**
   * Of everything above a node, the first step of a shortest way down to it: what is looked at does
   * not grow with the estate.
   */
  private Map<NodeId, Edge> towards(NodeId id) {
    var towards = new HashMap<NodeId, Edge>();
    var queue = new ArrayDeque<>(List.of(id));
    while (!queue.isEmpty()) {
      for (Edge edge : of(queue.remove())) {
        edge.from()
            .filter(from -> !from.equals(id) && towards.putIfAbsent(from, edge) == null)
            .ifPresent(queue::add);
      }
    }
    return towards;
  }

  /** Sets of nodes that declare each other in a circle; one that only declares itself is none. */
  List<Set<NodeId>> cycles() {
    var graph = new DirectedPseudograph<NodeId, Edge>(Edge.class);
    // Only what is declared by a node and declares nodes can be part of a circle.
    List<Edge> inner =
        edges.stream()
            .filter(edge -> children.containsKey(edge.to()) && edge.from().isPresent())
            .toList();
    for (Edge edge : inner) {
      NodeId from = edge.from().orElseThrow();
      graph.addVertex(from);
      graph.addVertex(edge.to());
      graph.addEdge(from, edge.to(), edge);
    }
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .filter(set -> set.size() > 1)
            .<Set<NodeId>>map(TreeSet::new)
            .toList();
  }
}
