package dev.layerscope.check;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects for a namespace that nothing in the hierarchy creates (mistake 47, specification §9.6):
 * neither a manifest nor {@code CreateNamespace=true}, which creates the destination's only.
 */
public final class Namespaces implements Rule.OfEstate {
  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    estate
        .deliveries()
        .forEach((cluster, all) -> {
          Set<String> made = made(estate, cluster);
          Map<NodeId, Map<String, Delivered>> lost = new LinkedHashMap<>();
          String there = "";
          for (Delivered one : all) {
            String namespace = one.key().namespace();
            // Asked of every object of an estate: what costs least and tells most goes first.
            if (namespace.equals(there)) {
              continue; // like the one before it
            }
            if (namespace.isEmpty() || made.contains(namespace) || brought(namespace)) {
              there = namespace;
              continue;
            }
            boolean counts =
                !one.object().gvk().group().equals(Gvk.ARGO)
                    && !explained(one)
                    && estate.scopeOf(one.object().gvk()) == Scope.NAMESPACED;
            if (counts) {
              lost.computeIfAbsent(one.node().id(), unused -> new LinkedHashMap<>())
                  .putIfAbsent(namespace, one);
            }
          }
          lost.forEach((id, namespaces) ->
              findings
                  .computeIfAbsent(id, unused -> new ArrayList<>())
                  .addAll(tell(estate, cluster, namespaces)));
        });
    return findings;
  }

  private static Set<String> made(Estate estate, Cluster cluster) {
    var made = new HashSet<String>();
    for (Delivered one : estate.toldTo(cluster)) {
      if (one.is("", "Namespace")
          || one.is("project.openshift.io", "Project")
          || one.is("project.openshift.io", "ProjectRequest")) {
        made.add(one.key().name());
      }
    }
    for (HierarchyNode node : estate.applicationsTo(cluster)) {
      if (SyncOptions.has(node, "CreateNamespace=true")) {
        made.add(Estate.application(node).destination().namespace().orElse(""));
      }
    }
    made.add(estate.settings(cluster.controlPlane()).namespace());
    return made;
  }

  /** Of a cluster that nobody knows nobody knows the namespaces either. */
  private static boolean explained(Delivered one) {
    return one.node().findings().stream()
        .anyMatch(f -> f.code() == FindingCode.UNKNOWN_CLUSTER_WARNING);
  }

  /** What every cluster has, and what OpenShift and its operators bring along. */
  private static boolean brought(String namespace) {
    return namespace.equals("default")
        || namespace.startsWith("kube-")
        || namespace.startsWith("openshift")
        || namespace.equals("argocd");
  }

  private static List<Finding> tell(
      Estate estate, Cluster cluster, Map<String, Delivered> namespaces) {
    Certainty certainty =
        Certainty.assumed(
            "nobody makes the namespace by hand"
                + estate.unknownDelivery(cluster).map(who -> ", nor does " + who).orElse(""));
    return namespaces.values().stream()
        .map(one ->
            new Finding(
                FindingCode.NAMESPACE_NEVER_CREATED_WARNING,
                "namespaces \"%s\" not found: nothing in git creates it, and %s needs it for %s"
                    .formatted(one.key().namespace(), one.node().name(), one.key().text()),
                List.of(one.object().place(), one.node().manifest().location()),
                certainty.and(one.node().certainty())))
        .toList();
  }
}
