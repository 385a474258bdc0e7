package dev.layerscope.check;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operator needs exactly one OperatorGroup in its namespace, or OLM never installs it
 * (specification §11.3).
 */
public final class OperatorGroups implements Rule.OfEstate {
  /** Namespaces that come with one. */
  private static final Set<String> BROUGHT =
      Set.of("openshift-operators", "openshift-gitops-operator", "operators", "olm");

  private static final String SUBSCRIPTION = "Subscription";
  private static final String GROUP = "OperatorGroup";

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    estate
        .deliveries()
        .keySet()
        .forEach(cluster -> {
          List<Delivered> all = estate.toldTo(cluster);
          Map<String, List<Delivered>> groups = byNamespace(all, GROUP);
          byNamespace(all, SUBSCRIPTION)
              .forEach((namespace, subscriptions) -> {
                int count = groups.getOrDefault(namespace, List.of()).size();
                if (count == 0 && !BROUGHT.contains(namespace)) {
                  tell(missing(estate, cluster, namespace, subscriptions), subscriptions, findings);
                }
              });
          groups.forEach((namespace, several) -> {
            if (several.stream().map(Delivered::key).distinct().count() > 1) {
              tell(several(namespace, several), several, findings);
            }
          });
        });
    return findings;
  }

  private static Map<String, List<Delivered>> byNamespace(List<Delivered> all, String kind) {
    Map<String, List<Delivered>> found = new LinkedHashMap<>();
    for (Delivered one : all) {
      if (one.is("operators.coreos.com", kind)) {
        found.computeIfAbsent(one.key().namespace(), unused -> new ArrayList<>()).add(one);
      }
    }
    return found;
  }

  private static Finding missing(
      Estate estate, Cluster cluster, String namespace, List<Delivered> subscriptions) {
    Certainty certainty =
        estate
            .unknownDelivery(cluster)
            .map(who -> Certainty.assumed(who + " brings none"))
            .orElse(Certainty.EXACT);
    return new Finding(
        FindingCode.MISSING_OPERATOR_GROUP_WARNING,
        "Subscription %s is in %s, where nobody delivers an OperatorGroup: OLM does not install it"
            .formatted(subscriptions.getFirst().key().name(), namespace),
        subscriptions.stream().map(s -> s.object().place()).toList(),
        certainty,
        "nobody delivers an OperatorGroup in " + namespace);
  }

  private static Finding several(String namespace, List<Delivered> several) {
    return new Finding(
        FindingCode.SEVERAL_OPERATOR_GROUPS_WARNING,
        "%s holds the OperatorGroups %s: with more than one OLM installs nothing there"
            .formatted(
                namespace,
                String.join(" and ", several.stream().map(s -> s.key().name()).sorted().toList())),
        several.stream().map(s -> s.object().place()).toList(),
        Certainty.weakest(several.stream().map(s -> s.node().certainty()).toList()));
  }

  private static void tell(
      Finding finding, List<Delivered> on, Map<NodeId, List<Finding>> findings) {
    findings.computeIfAbsent(on.getFirst().node().id(), unused -> new ArrayList<>()).add(finding);
  }
}
