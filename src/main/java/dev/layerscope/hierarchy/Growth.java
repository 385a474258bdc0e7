package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.ApplicationReader;
import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.Group;
import dev.layerscope.render.RenderedObject;
import dev.layerscope.render.SourceType;
import dev.layerscope.render.generator.Generated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A hierarchy while it grows: nodes found so far, and those whose sources wait to be rendered. One
 * use, one thread.
 */
final class Growth {
  private final Resolver.Input input;
  private final ControlPlanes planes;
  private final Configuration configuration = new Configuration();
  private final List<ResolvedRoot> roots = new ArrayList<>();
  private final Map<NodeId, HierarchyNode> nodes = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private final Map<NodeId, List<Finding>> findings = new LinkedHashMap<>();
  private List<Bud> buds = new ArrayList<>();

  Growth(Resolver.Input input, ControlPlanes planes) {
    this.input = input;
    this.planes = planes;
  }

  /** A node that waits to be looked into. */
  sealed interface Bud {
    NodeId id();

    /** The root whose local manifest declares it; its revisions follow the environment. */
    Optional<Root> localRoot();

    /** Sources wait to be rendered. */
    record OfApplication(NodeId id, Application application, Optional<Root> localRoot)
        implements Bud {}

    /** Generators wait to be asked. */
    record OfSet(NodeId id, ApplicationSet set, Optional<Root> localRoot) implements Bud {}
  }

  /** What became of a bud. */
  sealed interface Grown {
    /** Of an Application. */
    record Rendering(RenderedApplication rendered) implements Grown {}

    /** Of an ApplicationSet; its Applications follow the environment when it does. */
    record Generation(Generated generated, Optional<Root> localRoot) implements Grown {}
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
      NodeId id = new NodeId(root.controlPlane(), namespace, kindOf(manifest), manifest.name());
      declared.add(id);
      configuration.declaredByRoot(id, manifest);
      edges.add(new Edge(Optional.empty(), id, How.PLAIN, manifest.location()));
      add(
          id,
          manifest,
          Certainty.EXACT,
          Optional.empty(),
          local ? Optional.of(root) : Optional.empty());
    }
    roots.add(
        new ResolvedRoot(
            root, declared, planted.unknown(), planted.revision(), planted.findings()));
  }

  /** Takes in what the nodes taken before render to or generate, in their order. */
  void graft(Map<NodeId, Grown> grown) {
    grown.forEach((id, one) -> {
      switch (one) {
        case Grown.Rendering(RenderedApplication rendered) -> graft(id, rendered);
        case Grown.Generation generation -> graft(id, generation);
      }
    });
  }

  private void graft(NodeId id, Grown.Generation generation) {
    HierarchyNode node = Objects.requireNonNull(nodes.get(id), "a bud is a node");
    Generated generated = generation.generated();
    findingsOf(id).addAll(generated.findings());
    nodes.put(id, node.generated(generated));
    Certainty inherited = node.certainty().and(generated.inherited());
    for (Manifest manifest : generated.applications()) {
      NodeId child =
          new NodeId(id.controlPlane(), id.namespace(), NodeKind.APPLICATION, manifest.name());
      edges.add(new Edge(Optional.of(id), child, How.GENERATED, manifest.location()));
      add(child, manifest, inherited, Optional.empty(), generation.localRoot());
    }
  }

  private void graft(NodeId id, RenderedApplication rendered) {
    HierarchyNode node = Objects.requireNonNull(nodes.get(id), "a bud is a node");
    Application application = node.application().orElseThrow();
    findingsOf(id).addAll(rendered.findings());
    nodes.put(
        id,
        new HierarchyNode(
            id,
            node.label(),
            node.manifest(),
            node.application(),
            rendered.sources(),
            node.certainty().and(rendered.certainty()),
            rendered.unresolved(),
            node.dormant(),
            RenderedCount.of(rendered.manifests()),
            rendered.manifests().stream().map(RenderedObject::of).toList(),
            node.layer(),
            List.of()));
    if (node.dormant().isPresent()) {
      // No Argo CD acts on it, so what it would declare does not exist.
      return;
    }
    configuration.take(id, application, rendered.manifests(), planes);
    Certainty inherited = node.certainty().and(rendered.inherited());
    for (Manifest manifest : rendered.manifests()) {
      if (manifest.gvk().group().equals(Gvk.ARGO)
          && NodeKind.ofArgoKind(manifest.gvk().kind()).isPresent()) {
        child(id, application, manifest, inherited, how(rendered, manifest));
      }
    }
    rendered.groups().forEach(group -> group(id, node, group, rendered.manifests(), inherited));
  }

  private static How how(RenderedApplication rendered, Manifest manifest) {
    boolean plain =
        rendered.sources().stream()
            .filter(s -> s.type() == SourceType.DIRECTORY)
            .anyMatch(s ->
                s.repository().equals(manifest.origin().repoUrl())
                    && s.revision()
                        .filter(r -> r.commit().equals(manifest.origin().commit()))
                        .isPresent());
    boolean onlyPlain =
        rendered.sources().stream()
            .noneMatch(s -> s.type() == SourceType.KUSTOMIZE || s.type() == SourceType.HELM);
    return plain && onlyPlain ? How.PLAIN : How.RENDERED;
  }

  private void child(
      NodeId parent, Application application, Manifest manifest, Certainty inherited, How how) {
    Optional<String> plane = planes.runningIn(parent.controlPlane(), application.destination());
    Settings settings = planes.settings(plane.orElse(parent.controlPlane()));
    Certainty certainty = inherited;
    String namespace = manifest.namespace();
    if (namespace.isEmpty()) {
      namespace = settings.namespace();
      certainty =
          certainty.and(
              Certainty.assumed("no namespace is declared; the control plane's is assumed"));
      findingsOf(parent)
          .add(
              Finding.of(
                  FindingCode.MISSING_NAMESPACE_ERROR,
                  manifest.gvk().kind()
                      + " "
                      + manifest.name()
                      + " has no namespace, and "
                      + application.name()
                      + " has no destination namespace: Argo CD stops its sync",
                  manifest.location(),
                  application.manifest().location()));
    }
    certainty =
        certainty.and(FoundSettings.ofChild(settings, namespace, application.destination()));
    String home = plane.orElse(application.destination().cluster());
    NodeId id = new NodeId(home, namespace, kindOf(manifest), manifest.name());
    edges.add(new Edge(Optional.of(parent), id, how, manifest.location()));
    add(
        id,
        manifest,
        certainty,
        Dormancy.of(plane, settings, namespace, application.destination()),
        Optional.empty());
  }

  private void add(
      NodeId id,
      Manifest manifest,
      Certainty certainty,
      Optional<String> dormant,
      Optional<Root> localRoot) {
    if (nodes.containsKey(id)) {
      return;
    }
    dormant.ifPresent(reason -> findingsOf(id).add(Dormancy.finding(id, manifest, reason)));
    switch (id.kind()) {
      case APPLICATION -> addApplication(id, manifest, certainty, dormant, localRoot);
      case APPLICATION_SET -> {
        nodes.put(id, leaf(id, manifest, certainty, dormant));
        if (dormant.isEmpty()) {
          buds.add(new Bud.OfSet(id, ApplicationSet.of(manifest), localRoot));
        }
      }
      case APP_PROJECT, GROUP -> nodes.put(id, leaf(id, manifest, certainty, dormant));
    }
  }

  private void addApplication(
      NodeId id,
      Manifest manifest,
      Certainty certainty,
      Optional<String> dormant,
      Optional<Root> localRoot) {
    ApplicationReader.Read read = ApplicationReader.read(manifest);
    findingsOf(id).addAll(read.findings());
    List<Settings.Cluster> clusters = planes.settings(id.controlPlane()).clusters();
    Dormancy.unknownCluster(clusters, read.application()).ifPresent(findingsOf(id)::add);
    String layer =
        read.application().sources().stream()
            .findFirst()
            .map(s -> input.layers().of(s.repoURL()))
            .orElse("");
    nodes.put(
        id,
        new HierarchyNode(
            id,
            id.name(),
            manifest,
            Optional.of(read.application()),
            List.of(),
            certainty,
            Optional.empty(),
            dormant,
            RenderedCount.NONE,
            List.of(),
            layer,
            List.of()));
    buds.add(new Bud.OfApplication(id, read.application(), localRoot));
  }

  private HierarchyNode leaf(
      NodeId id, Manifest manifest, Certainty certainty, Optional<String> dormant) {
    return new HierarchyNode(
        id,
        id.name(),
        manifest,
        Optional.empty(),
        List.of(),
        certainty,
        Optional.empty(),
        dormant,
        RenderedCount.NONE,
        List.of(),
        layerOf(manifest),
        List.of());
  }

  private void group(
      NodeId parent,
      HierarchyNode node,
      Group group,
      List<Manifest> manifests,
      Certainty certainty) {
    NodeId id =
        new NodeId(
            parent.controlPlane(),
            parent.namespace(),
            NodeKind.GROUP,
            parent.name() + "/" + group.name());
    List<Manifest> plain =
        manifests.stream()
            .filter(m ->
                !m.gvk().group().equals(Gvk.ARGO)
                    && TreePath.of(m.origin().path()).isWithin(group.path()))
            .toList();
    if (nodes.containsKey(id) || plain.isEmpty()) {
      return;
    }
    Manifest first = plain.getFirst();
    nodes.put(
        id,
        new HierarchyNode(
            id,
            group.name(),
            first,
            Optional.empty(),
            List.of(),
            certainty,
            Optional.empty(),
            Optional.empty(),
            RenderedCount.of(plain),
            List.of(),
            layerOf(first).isEmpty() ? node.layer() : layerOf(first),
            List.of()));
    edges.add(new Edge(Optional.of(parent), id, How.PLAIN, first.location()));
  }

  private List<Finding> findingsOf(NodeId id) {
    return findings.computeIfAbsent(id, unused -> new ArrayList<>());
  }

  private String layerOf(Manifest manifest) {
    return manifest.origin().repoUrl().isEmpty()
        ? ""
        : input.layers().of(new RepoUrl(manifest.origin().repoUrl()));
  }

  private static NodeKind kindOf(Manifest manifest) {
    return NodeKind.ofArgoKind(manifest.gvk().kind()).orElseThrow();
  }

  /** What Argo CD's own configuration, found on the way, says. */
  Configuration configuration() {
    return configuration;
  }

  /** The grown hierarchy, with the findings that only the whole graph shows. */
  Hierarchy hierarchy() {
    var bare = new Hierarchy(roots, nodes, edges, planes);
    configuration.findings(planes).forEach((id, more) -> findingsOf(id).addAll(more));
    GraphFindings.of(bare).forEach((id, more) -> findingsOf(id).addAll(more));
    nodes.replaceAll(
        (id, node) -> node.withFindings(findingsOf(id).stream().distinct().sorted().toList()));
    return new Hierarchy(roots, nodes, edges, planes);
  }
}
