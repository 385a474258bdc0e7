package dev.layerscope.operation.compare;

import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.operation.open.ComparedPairs.Pair;
import dev.layerscope.operation.open.ComparedPairs.Rendering;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The objects of Applications compared in pairs, and what is asked of each rendering by itself.
 * What an open workspace remembers of that is not worked out again.
 */
record ResourcePairs(Opened opened, Progress progress) {
  /** A node and the hierarchy whose settings it is rendered with. */
  record Node(Hierarchy hierarchy, HierarchyNode node) {
    Rendering rendering() {
      return Rendering.of(hierarchy, node);
    }
  }

  /** The objects of two versions of an Application that differ, expected differences included. */
  List<ResourceChange> compare(Node from, Node to, OnceCompared once) {
    var pair = new Pair(from.rendering(), to.rendering(), once.table(), once.sites());
    return pair.from().equals(pair.to())
        ? List.of()
        : opened
            .pairs()
            .changes(
                pair, () -> once.compare(manifests(from), manifests(to), opened.pairs()::count));
  }

  /** The images a node runs, looked for once for each rendering. */
  List<String> images(Node of, Supplier<List<String>> look) {
    return of.node().application().isEmpty()
        ? look.get()
        : opened.pairs().images(of.rendering(), look);
  }

  /** What is known of fields, with the custom resource definitions both sides render. */
  FieldTable table(Hierarchy before, Hierarchy after) {
    Map<Rendering, Node> teaching = new LinkedHashMap<>();
    for (Hierarchy side : List.of(before, after)) {
      for (HierarchyNode node : side.nodes()) {
        if (node.application().isPresent()
            && node.objects().stream().anyMatch(o -> Scopes.isDefinition(o.gvk()))) {
          var place = new Node(side, node);
          teaching.putIfAbsent(place.rendering(), place);
        }
      }
    }
    return teaching.isEmpty()
        ? FieldTable.BUILT_IN
        : opened
            .pairs()
            .table(Set.copyOf(teaching.keySet()), () -> taught(List.copyOf(teaching.values())));
  }

  private FieldTable taught(List<Node> teaching) {
    var definitions = new ArrayList<Manifest>();
    teaching.forEach(node -> definitions.addAll(manifests(node)));
    return FieldTable.BUILT_IN.with(definitions);
  }

  private List<Manifest> manifests(Node node) {
    return Resolve.manifests(opened, node.hierarchy(), node.node(), progress);
  }
}
