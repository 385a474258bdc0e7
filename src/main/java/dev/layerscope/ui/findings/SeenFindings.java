package dev.layerscope.ui.findings;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.hierarchy.WaivedFinding;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.findings.Row.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every finding of a hierarchy with whom it is about, worst first; accepted ones say why. */
final class SeenFindings {
  private SeenFindings() {}

  static List<Seen> of(Hierarchy hierarchy) {
    var seen = new ArrayList<Seen>();
    hierarchy
        .generalFindings()
        .forEach(f -> seen.add(new Seen(f, "workspace.yaml", Optional.empty(), Grouping.NOWHERE)));
    for (ResolvedRoot root : hierarchy.roots()) {
      root.findings()
          .forEach(f ->
              seen.add(
                  new Seen(
                      f,
                      root.name(),
                      root.declared().stream().findFirst(),
                      new Grouping.Belongs(root.root().controlPlane(), "", ""))));
    }
    for (HierarchyNode node : hierarchy.nodes()) {
      node.findings()
          .forEach(f ->
              seen.add(
                  new Seen(f, node.label(), Optional.of(node.id()), Grouping.Belongs.of(node))));
    }
    hierarchy.waived().forEach(w -> seen.add(accepted(hierarchy, w)));
    seen.sort(Comparator.comparing(Seen::finding).thenComparing(Seen::where));
    return seen;
  }

  private static Seen accepted(Hierarchy hierarchy, WaivedFinding waived) {
    Optional<HierarchyNode> node = waived.node().flatMap(hierarchy::node);
    String why =
        waived
            .until()
            .map(day -> Messages.text("findings.accepted.until", waived.reason(), day))
            .orElseGet(() -> Messages.text("findings.accepted.why", waived.reason()));
    return new Seen(
        waived.finding(),
        node.map(HierarchyNode::label).orElse("workspace.yaml"),
        waived.node(),
        node.map(Grouping.Belongs::of).orElse(Grouping.NOWHERE),
        Optional.of(why));
  }
}
