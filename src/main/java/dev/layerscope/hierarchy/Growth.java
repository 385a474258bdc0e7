package dev.layerscope.hierarchy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hierarchy while it grows: nodes found so far, and those whose sources wait to be rendered. One
 * use, one thread.
 */
final class Growth {
  private final ControlPlanes planes;
  private final Sprouting sprouting;
  private final Configuration configuration = new Configuration();
  private final List<ResolvedRoot> roots = new ArrayList<>();
  private final Map<NodeId, HierarchyNode> nodes = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private final Map<NodeId, List<Finding>> findings = new LinkedHashMap<>();
  private List<Bud> buds = new ArrayList<>();

  Growth(Sprouting sprouting) {
    this.sprouting = sprouting;
    this.planes = sprouting.planes();
  }

  int size() {
    return nodes.size();
  }

  /** The nodes to render next. */
  List<Bud> takeBuds() {
    List<Bud> taken = buds;
    buds = new ArrayList<>();
    return taken;
  }

  /** Takes in what a root's manifest declares. */
  void plant(RootReader.Planted planted) {
    if (!planted.part()) {
      return;
    }
    Root root = planted.root();
    var declared = new ArrayList<NodeId>();
    boolean local = root.bootstrap() instanceof Root.Bootstrap.Local;
    for (Manifest manifest : planted.manifests()) {
      String namespace = manifest.namespace().isEmpty() ? root.namespace() : manifest.namespace();
      NodeId id =
          new NodeId(root.controlPlane(), namespace, Sprouting.kindOf(manifest), manifest.name());
      declared.add(id);
      configuration.declaredByRoot(id, manifest);
      take(
          sprouting.declared(
              new Edge(Optional.empty(), id, How.PLAIN, manifest.location()),
              manifest,
              Certainty.EXACT,
              Optional.empty(),
              local ? Optional.of(root) : Optional.empty()));
    }
    roots.add(
        new ResolvedRoot(
            root, declared, planted.unknown(), planted.revision(), planted.findings()));
  }

  /** Takes in what the nodes taken before render to or generate, in their order. */
  void graft(List<Grown> grown) {
    for (Grown one : grown) {
      NodeId id = one.node().id();
      nodes.put(id, one.node());
      tell(id, one.findings());
      one.destination()
          .ifPresent(where -> configuration.take(id, where, one.configuration(), planes));
      one.sprouts().forEach(this::take);
    }
  }

  /** The first declaration makes the node, later ones are further parents. */
  private void take(Sprout sprout) {
    boolean known = nodes.containsKey(sprout.id());
    if (known && sprout.id().kind() == NodeKind.GROUP) {
      return;
    }
    edges.add(sprout.edge());
    if (!known) {
      nodes.put(sprout.id(), sprout.node());
      tell(sprout.id(), sprout.findings());
      sprout.bud().ifPresent(buds::add);
    }
  }

  private void tell(NodeId id, List<Finding> more) {
    if (!more.isEmpty()) {
      findings.computeIfAbsent(id, unused -> new ArrayList<>()).addAll(more);
    }
  }

  /** What Argo CD's own configuration, found on the way, says. */
  Configuration configuration() {
    return configuration;
  }

  /**
   * The grown hierarchy, with the findings that only the whole graph shows.
   *
   * @param memory of nodes with their findings
   */
  Hierarchy hierarchy(GrowthMemory.Nodes memory) {
    var bare = new Hierarchy(roots, nodes, edges, planes);
    configuration.findings(planes).forEach(this::tell);
    GraphFindings.of(bare).forEach(this::tell);
    return bare.withFindings(findings, memory::told);
  }
}
