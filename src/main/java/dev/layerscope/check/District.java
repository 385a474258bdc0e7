package dev.layerscope.check;

import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Control planes that have to do with each other, and all that lives in them: nobody in it declares
 * or is declared by anybody outside, or delivers to a cluster that somebody outside delivers to. So
 * what a rule finds in it depends on nothing that lives elsewhere.
 *
 * @param planes the control planes
 * @param nodes in the order of the hierarchy
 * @param edges the declarations of these nodes, in the order of the hierarchy
 * @param roots those that declare some of these nodes
 */
record District(
    Set<String> planes, List<HierarchyNode> nodes, List<Edge> edges, List<ResolvedRoot> roots) {

  /** The districts of a hierarchy, in the order of their first nodes. */
  static List<District> of(Hierarchy hierarchy) {
    var borders = new Borders();
    for (HierarchyNode node : hierarchy.nodes()) {
      String plane = node.id().controlPlane();
      borders.know(plane);
      node.application()
          .flatMap(a -> hierarchy.controlPlanes().runningIn(plane, a.destination()))
          .ifPresent(other -> borders.join(plane, other));
    }
    for (Edge edge : hierarchy.edges()) {
      edge.from().ifPresent(from -> borders.join(from.controlPlane(), edge.to().controlPlane()));
    }
    Map<String, District> byBorder = new LinkedHashMap<>();
    Map<String, District> byPlane = new HashMap<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      byPlane
          .computeIfAbsent(node.id().controlPlane(), plane -> of(plane, borders, byBorder))
          .nodes
          .add(node);
    }
    for (Edge edge : hierarchy.edges()) {
      byPlane
          .computeIfAbsent(edge.to().controlPlane(), plane -> of(plane, borders, byBorder))
          .edges
          .add(edge);
    }
    for (ResolvedRoot root : hierarchy.roots()) {
      root.declared().stream()
          .map(id -> borders.of(id.controlPlane()))
          .distinct()
          .flatMap(border -> Optional.ofNullable(byBorder.get(border)).stream())
          .forEach(district -> district.roots.add(root));
    }
    return List.copyOf(byBorder.values());
  }

  private static District of(String plane, Borders borders, Map<String, District> byBorder) {
    District district =
        byBorder.computeIfAbsent(
            borders.of(plane),
            unused ->
                new District(
                    new TreeSet<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    district.planes.add(plane);
    return district;
  }

  /** Which control planes belong together. One use, one thread. */
  private static final class Borders {
    private final Map<String, String> above = new HashMap<>();

    void know(String plane) {
      above.putIfAbsent(plane, plane);
    }

    String of(String plane) {
      String at = plane;
      for (String next = above.getOrDefault(at, at); !next.equals(at); ) {
        at = next;
        next = above.getOrDefault(at, at);
      }
      return at;
    }

    void join(String one, String other) {
      if (one.equals(other)) {
        return; // as of most
      }
      String first = of(one);
      String second = of(other);
      if (!first.equals(second)) {
        above.put(second, first);
        above.putIfAbsent(first, first);
      }
    }
  }

  /** It alone. */
  Hierarchy in(Hierarchy whole) {
    return whole.part(nodes, edges, roots);
  }
}
