package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Hook;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.hierarchy.ControlPlanes;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.KnownKinds;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.manifest.Scope;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.RenderedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy prepared for checking: who delivers what to which cluster, looked up once, so that
 * every rule is linear in the rendered objects. Immutable.
 */
public final class Estate {
  private final Hierarchy hierarchy;
  private final ControlPlanes planes;
  private final KnownKinds kinds;
  private final Map<String, List<HierarchyNode>> unseen;
  private final Map<NodeId, Cluster> clusters = new LinkedHashMap<>();
  private final Map<NodeId, List<Delivered>> byNode = new LinkedHashMap<>();
  private final Map<Cluster, List<Delivered>> byCluster = new LinkedHashMap<>();
  private final Map<Cluster, List<Delivered>> toldByCluster = new LinkedHashMap<>();
  private final Map<Cluster, List<HierarchyNode>> deliverers = new LinkedHashMap<>();
  private final Map<Gvk, Scope> scopes = new ConcurrentHashMap<>();
  private final Map<Gvk, Boolean> custom = new ConcurrentHashMap<>();
  private final List<HierarchyNode> applications;
  private @Nullable Teams teams;

  /** One whose kinds are those of the built-in tables. */
  public Estate(Hierarchy hierarchy) {
    this(hierarchy, KnownKinds.BUILT_IN);
  }

  /**
   * @param known of kinds before the hierarchy is looked into
   */
  public Estate(Hierarchy hierarchy, KnownKinds known) {
    this(hierarchy, known, definitions(hierarchy));
  }

  /**
   * @param definitions of kinds, of this hierarchy and of all it is a part of
   */
  Estate(Hierarchy hierarchy, KnownKinds known, List<Manifest> definitions) {
    this.hierarchy = hierarchy;
    this.planes = hierarchy.controlPlanes();
    this.unseen = unseen(hierarchy);
    this.kinds = known.with(definitions);
    this.applications = hierarchy.nodes().stream().filter(Estate::isLive).toList();
    // Each node by itself over the cores, then all in their order.
    applications.parallelStream().map(this::delivery).toList().forEach(this::take);
  }

  /** What is delivered anywhere and defines a kind. */
  static List<Manifest> definitions(Hierarchy hierarchy) {
    var definitions = new ArrayList<Manifest>();
    for (HierarchyNode node : hierarchy.nodes()) {
      for (RenderedObject object : node.objects()) {
        if (object.whole().isPresent() && Scopes.isDefinition(object.gvk())) {
          definitions.add(object.whole().get());
        }
      }
    }
    return definitions;
  }

  /** What one node delivers; without a cluster, nothing. */
  private record Delivery(HierarchyNode node, Optional<Cluster> cluster, List<Delivered> objects) {}

  private Delivery delivery(HierarchyNode node) {
    Optional<Cluster> cluster = cluster(node.id().controlPlane(), application(node).destination());
    var delivered = new ArrayList<Delivered>(node.objects().size());
    if (cluster.isPresent()) {
      for (RenderedObject object : node.objects()) {
        // What is rendered and never applied does not count.
        if (object.annotations().isEmpty()
            || Hook.of(object.annotations()).filter(Hook::never).isEmpty()) {
          delivered.add(new Delivered(node, cluster.get(), object, keyOf(object)));
        }
      }
    }
    return new Delivery(node, cluster, delivered);
  }

  private void take(Delivery delivery) {
    if (delivery.cluster().isEmpty()) {
      return;
    }
    Cluster cluster = delivery.cluster().get();
    HierarchyNode node = delivery.node();
    clusters.put(node.id(), cluster);
    deliverers.computeIfAbsent(cluster, unused -> new ArrayList<>()).add(node);
    byNode.put(node.id(), delivery.objects());
    byCluster.computeIfAbsent(cluster, unused -> new ArrayList<>()).addAll(delivery.objects());
    List<Delivered> told = toldByCluster.computeIfAbsent(cluster, unused -> new ArrayList<>());
    for (Delivered one : delivery.objects()) {
      if (one.object().whole().isPresent()) {
        told.add(one);
      }
    }
  }

  private ResourceKey keyOf(RenderedObject object) {
    ResourceKey key = object.key();
    return scopeOf(object.gvk()) == Scope.CLUSTER && !key.namespace().isEmpty()
        ? new ResourceKey(key.group(), key.kind(), "", key.name())
        : key;
  }

  private Optional<Cluster> cluster(String controlPlane, Destination destination) {
    if (destination.cluster().isEmpty()
        || destination.server().isPresent() && destination.name().isPresent()) {
      return Optional.empty();
    }
    return planes
        .runningIn(controlPlane, destination)
        .map(plane -> new Cluster(plane, ""))
        .or(() -> Optional.of(new Cluster(controlPlane, address(controlPlane, destination))));
  }

  /** The server, where the inventory knows it for the name. */
  private String address(String controlPlane, Destination destination) {
    return destination
        .name()
        .flatMap(name ->
            settings(controlPlane).clusters().stream()
                .filter(c -> c.name().equals(name))
                .map(Settings.Cluster::server)
                .findFirst())
        .orElse(destination.cluster());
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  Settings settings(String controlPlane) {
    return planes.settings(controlPlane);
  }

  /**
   * What is known of a kind: by definitions anywhere in the estate, by what the workspace says, by
   * the built-in table, by the list of operators (specification §11.2).
   */
  Scope scopeOf(Gvk gvk) {
    Scope known = scopes.get(gvk);
    return known == null ? scopes.computeIfAbsent(gvk, kinds::scopeOf) : known;
  }

  /** Whether somebody has to bring a kind along. */
  boolean isCustom(Gvk gvk) {
    Boolean known = custom.get(gvk);
    return known == null ? custom.computeIfAbsent(gvk, Providers::isCustom) : known;
  }

  /** Which Applications bind teams. */
  synchronized Teams teams() {
    Teams known = teams;
    if (known == null) {
      known = Teams.of(this);
      teams = known;
    }
    return known;
  }

  /** What is known of kinds besides their scopes. */
  KnownKinds kinds() {
    return kinds;
  }

  /** Who may deliver to a cluster what nobody can see, in words; empty when all is seen. */
  Optional<String> unknownDelivery(Cluster cluster) {
    List<HierarchyNode> hidden = unseen.getOrDefault(cluster.controlPlane(), List.of());
    return hidden.isEmpty()
        ? Optional.empty()
        : Optional.of(
            hidden.size() == 1
                ? hidden.getFirst().name() + ", which cannot be looked into,"
                : "any of the " + hidden.size() + " nodes that cannot be looked into");
  }

  private static Map<String, List<HierarchyNode>> unseen(Hierarchy hierarchy) {
    Map<String, List<HierarchyNode>> unseen = new LinkedHashMap<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      boolean opaque =
          node.certainty().level() == Certainty.Level.OPAQUE || node.unresolved().isPresent();
      if (opaque && node.dormant().isEmpty()) {
        unseen.computeIfAbsent(node.id().controlPlane(), unused -> new ArrayList<>()).add(node);
      }
    }
    return unseen;
  }

  /** Every cluster that something is delivered to, with all of it. */
  Map<Cluster, List<Delivered>> deliveries() {
    return byCluster;
  }

  /** Those objects delivered to a cluster whose content says something about others. */
  List<Delivered> toldTo(Cluster cluster) {
    return toldByCluster.getOrDefault(cluster, List.of());
  }

  /** What a node delivers; empty for one that delivers nothing or nowhere. */
  List<Delivered> deliveriesOf(HierarchyNode node) {
    return byNode.getOrDefault(node.id(), List.of());
  }

  /** Where a live Application delivers to; empty for any other node. */
  Optional<Cluster> clusterOf(HierarchyNode node) {
    return Optional.ofNullable(clusters.get(node.id()));
  }

  /** The Applications and ApplicationSets a node declares. */
  List<HierarchyNode> childrenOf(HierarchyNode node) {
    List<HierarchyNode> children = hierarchy.childrenOf(node.id());
    return children.isEmpty() ? children : children.stream().filter(Estate::counts).toList();
  }

  /** Whether it declares no Application and no ApplicationSet. */
  boolean isLeaf(HierarchyNode node) {
    for (HierarchyNode child : hierarchy.childrenOf(node.id())) {
      if (counts(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean counts(HierarchyNode child) {
    return child.kind() == NodeKind.APPLICATION || child.kind() == NodeKind.APPLICATION_SET;
  }

  /** The Applications that some Argo CD acts on. */
  List<HierarchyNode> applications() {
    return applications;
  }

  /** The live Applications that deliver to a cluster. */
  List<HierarchyNode> applicationsTo(Cluster cluster) {
    return deliverers.getOrDefault(cluster, List.of());
  }

  /** Whether it is an Application that some Argo CD acts on. */
  static boolean isLive(HierarchyNode node) {
    return node.application().isPresent() && node.dormant().isEmpty();
  }

  /** The Application of a node that is known to have one. */
  static Application application(HierarchyNode node) {
    return node.application()
        .orElseThrow(() -> new IllegalArgumentException("no Application: " + node.id().text()));
  }
}
