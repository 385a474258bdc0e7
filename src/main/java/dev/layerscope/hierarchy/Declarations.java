package dev.layerscope.hierarchy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * Who declares whom, apart from what is known of the nodes themselves: hierarchies that differ in
 * their findings only have it in common. Immutable.
 */
final class Declarations {
  private final List<Edge> edges;
  private final Map<NodeId, List<Edge>> byChild;
  private final DirectedPseudograph<NodeId, Edge> graph = new DirectedPseudograph<>(Edge.class);

  Declarations(Collection<NodeId> nodes, Collection<Edge> edges) {
    this.edges = List.copyOf(edges);
    this.byChild = this.edges.stream().collect(Collectors.groupingBy(Edge::to));
    nodes.forEach(graph::addVertex);
    for (Edge edge : this.edges) {
      edge.from().ifPresent(from -> graph.addEdge(from, edge.to(), edge));
    }
  }

  /** All, in the order found. */
  List<Edge> edges() {
    return edges;
  }

  /** What a node declares; each child once. */
  Set<NodeId> children(NodeId id) {
    var children = new LinkedHashSet<NodeId>();
    graph.outgoingEdgesOf(id).forEach(edge -> children.add(edge.to()));
    return children;
  }

  /** Every declaration of a node, those by roots included. */
  List<Edge> of(NodeId id) {
    return byChild.getOrDefault(id, List.of());
  }

  /** Who declares a node; each once. */
  Set<NodeId> parents(NodeId id) {
    var parents = new LinkedHashSet<NodeId>();
    graph.incomingEdgesOf(id).forEach(edge -> edge.from().ifPresent(parents::add));
    return parents;
  }

  /** The shortest way down from what a root declares itself; empty when there is none. */
  List<Edge> path(List<NodeId> starts, NodeId id) {
    List<Edge> best = List.of();
    for (NodeId start : starts) {
      Optional<Edge> own = of(start).stream().filter(e -> e.from().isEmpty()).findFirst();
      var path = BFSShortestPath.findPathBetween(graph, start, id);
      if (own.isPresent()
          && path != null
          && (best.isEmpty() || path.getLength() + 1 < best.size())) {
        var chain = new ArrayList<Edge>();
        chain.add(own.get());
        chain.addAll(path.getEdgeList());
        best = chain;
      }
    }
    return best;
  }

  /** Sets of nodes that declare each other in a circle; one that only declares itself is none. */
  List<Set<NodeId>> cycles() {
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .filter(set -> set.size() > 1)
            .<Set<NodeId>>map(TreeSet::new)
            .toList();
  }
}
