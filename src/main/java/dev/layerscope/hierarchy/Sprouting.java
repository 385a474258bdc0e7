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
import dev.layerscope.render.SourceType;
import dev.layerscope.render.generator.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a node declares: everything that needs no look at the other nodes, so that it is done
 * over the cores. Pure.
 *
 * @param planes the Argo CDs as they are set in this round
 */
record Sprouting(ControlPlanes planes, Layers layers) {

  /** What an Application declares, once it is rendered. */
  Grown grown(Bud.OfApplication bud, RenderedApplication rendered) {
    HierarchyNode node = bud.node();
    var looked =
        new HierarchyNode(
            node.id(),
            node.label(),
            node.manifest(),
            node.application(),
            rendered.sources(),
            node.certainty().and(rendered.certainty()),
            rendered.unresolved(),
            node.dormant(),
            RenderedCount.of(rendered.whole().byKind()),
            rendered.whole().objects(),
            node.layer(),
            List.of());
    var findings = new ArrayList<>(rendered.findings());
    var destination = Optional.of(bud.application().destination());
    if (node.dormant().isPresent()) {
      // No Argo CD acts on it, so what it would declare does not exist.
      return new Grown(looked, findings, List.of(), List.of(), destination);
    }
    return new Grown(
        looked, findings, sprouts(bud, rendered, findings), rendered.configuration(), destination);
  }

  /** What an ApplicationSet declares, once its generators were asked. */
  Grown grown(Bud.OfSet bud, Generated generated) {
    HierarchyNode node = bud.node();
    Certainty inherited = node.certainty().and(generated.inherited());
    var sprouts = new ArrayList<Sprout>();
    for (Manifest manifest : generated.applications()) {
      NodeId child =
          new NodeId(
              node.id().controlPlane(),
              node.id().namespace(),
              NodeKind.APPLICATION,
              manifest.name());
      var edge = new Edge(Optional.of(node.id()), child, How.GENERATED, manifest.location());
      sprouts.add(declared(edge, manifest, inherited, Optional.empty(), bud.localRoot()));
    }
    return new Grown(
        node.generated(generated), generated.findings(), sprouts, List.of(), Optional.empty());
  }

  private List<Sprout> sprouts(
      Bud.OfApplication bud, RenderedApplication rendered, List<Finding> findings) {
    var sprouts = new ArrayList<Sprout>();
    Certainty inherited = bud.node().certainty().and(rendered.inherited());
    for (Manifest manifest : rendered.whole().declarations()) {
      if (NodeKind.ofArgoKind(manifest.gvk().kind()).isPresent()) {
        sprouts.add(
            child(
                bud.id(),
                bud.application(),
                manifest,
                inherited,
                how(rendered, manifest),
                findings));
      }
    }
    for (Group group : rendered.groups()) {
      group(bud.node(), group, rendered.manifests(), inherited).ifPresent(sprouts::add);
    }
    return sprouts;
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

  private Sprout child(
      NodeId parent,
      Application application,
      Manifest manifest,
      Certainty inherited,
      How how,
      List<Finding> ofParent) {
    Optional<String> plane = planes.runningIn(parent.controlPlane(), application.destination());
    Settings settings = planes.settings(plane.orElse(parent.controlPlane()));
    Certainty certainty = inherited;
    String namespace = manifest.namespace();
    if (namespace.isEmpty()) {
      namespace = settings.namespace();
      certainty =
          certainty.and(
              Certainty.assumed("no namespace is declared; the control plane's is assumed"));
      ofParent.add(withoutNamespace(application, manifest));
    }
    certainty =
        certainty.and(FoundSettings.ofChild(settings, namespace, application.destination()));
    String home = plane.orElse(application.destination().cluster());
    NodeId id = new NodeId(home, namespace, kindOf(manifest), manifest.name());
    return declared(
        new Edge(Optional.of(parent), id, how, manifest.location()),
        manifest,
        certainty,
        Dormancy.of(plane, settings, namespace, application.destination()),
        Optional.empty());
  }

  private static Finding withoutNamespace(Application application, Manifest manifest) {
    return Finding.of(
        FindingCode.MISSING_NAMESPACE_ERROR,
        manifest.gvk().kind()
            + " "
            + manifest.name()
            + " has no namespace, and "
            + application.name()
            + " has no destination namespace: Argo CD stops its sync",
        manifest.location(),
        application.manifest().location());
  }

  /**
   * A declared node.
   *
   * @param edge its declaration
   * @param dormant why no Argo CD acts on it
   */
  Sprout declared(
      Edge edge,
      Manifest manifest,
      Certainty certainty,
      Optional<String> dormant,
      Optional<Root> localRoot) {
    var findings = new ArrayList<Finding>();
    dormant.ifPresent(reason -> findings.add(Dormancy.finding(edge.to(), manifest, reason)));
    return switch (edge.to().kind()) {
      case APPLICATION -> application(edge, manifest, certainty, dormant, localRoot, findings);
      case APPLICATION_SET -> {
        HierarchyNode leaf = leaf(edge.to(), manifest, certainty, dormant);
        Optional<Bud> bud =
            dormant.isPresent()
                ? Optional.empty()
                : Optional.of(new Bud.OfSet(leaf, ApplicationSet.of(manifest), localRoot));
        yield new Sprout(edge, leaf, findings, bud);
      }
      case APP_PROJECT, GROUP ->
          new Sprout(
              edge, leaf(edge.to(), manifest, certainty, dormant), findings, Optional.empty());
    };
  }

  private Sprout application(
      Edge edge,
      Manifest manifest,
      Certainty certainty,
      Optional<String> dormant,
      Optional<Root> localRoot,
      List<Finding> findings) {
    ApplicationReader.Read read = ApplicationReader.read(manifest);
    findings.addAll(read.findings());
    List<Settings.Cluster> clusters = planes.settings(edge.to().controlPlane()).clusters();
    Dormancy.unknownCluster(clusters, read.application()).ifPresent(findings::add);
    String layer =
        read.application().sources().stream()
            .findFirst()
            .map(s -> layers.of(s.repoURL()))
            .orElse("");
    HierarchyNode node =
        HierarchyNode.declared(
            edge.to(), manifest, Optional.of(read.application()), certainty, dormant, layer);
    return new Sprout(
        edge,
        node,
        findings,
        Optional.of(new Bud.OfApplication(node, read.application(), localRoot)));
  }

  private HierarchyNode leaf(
      NodeId id, Manifest manifest, Certainty certainty, Optional<String> dormant) {
    return HierarchyNode.declared(
        id, manifest, Optional.empty(), certainty, dormant, layerOf(manifest));
  }

  private Optional<Sprout> group(
      HierarchyNode parent, Group group, List<Manifest> manifests, Certainty certainty) {
    NodeId id =
        new NodeId(
            parent.id().controlPlane(),
            parent.id().namespace(),
            NodeKind.GROUP,
            parent.name() + "/" + group.name());
    List<Manifest> plain =
        manifests.stream()
            .filter(m ->
                !m.gvk().group().equals(Gvk.ARGO)
                    && TreePath.of(m.origin().path()).isWithin(group.path()))
            .toList();
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    Manifest first = plain.getFirst();
    String layer = layerOf(first).isEmpty() ? parent.layer() : layerOf(first);
    var edge = new Edge(Optional.of(parent.id()), id, How.PLAIN, first.location());
    HierarchyNode node = HierarchyNode.group(id, group.name(), plain, certainty, layer);
    return Optional.of(new Sprout(edge, node, List.of(), Optional.empty()));
  }

  private String layerOf(Manifest manifest) {
    return manifest.origin().repoUrl().isEmpty()
        ? ""
        : layers.of(new RepoUrl(manifest.origin().repoUrl()));
  }

  static NodeKind kindOf(Manifest manifest) {
    return NodeKind.ofArgoKind(manifest.gvk().kind()).orElseThrow();
  }
}
