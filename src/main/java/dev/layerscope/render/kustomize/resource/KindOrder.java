package dev.layerscope.render.kustomize.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tool's customary order of kinds: what others need first, webhooks last, the rest in between.
 */
public final class KindOrder {
  private static final List<String> FIRST =
      List.of(
          "Namespace",
          "ResourceQuota",
          "StorageClass",
          "CustomResourceDefinition",
          "ServiceAccount",
          "PodSecurityPolicy",
          "Role",
          "ClusterRole",
          "RoleBinding",
          "ClusterRoleBinding",
          "ConfigMap",
          "Secret",
          "Endpoints",
          "Service",
          "LimitRange",
          "PriorityClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "Deployment",
          "StatefulSet",
          "CronJob",
          "PodDisruptionBudget");
  private static final List<String> LAST =
      List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

  public static final KindOrder CUSTOMARY = new KindOrder(FIRST, LAST);

  private final Map<String, Integer> ranks = new HashMap<>();

  /** Another order; lists that are absent are the customary ones. */
  public KindOrder(List<String> first, List<String> last) {
    for (int i = 0; i < first.size(); i++) {
      ranks.put(first.get(i), i - first.size());
    }
    for (int i = 0; i < last.size(); i++) {
      ranks.put(last.get(i), i + 1);
    }
  }

  public static List<String> customaryFirst() {
    return FIRST;
  }

  public static List<String> customaryLast() {
    return LAST;
  }

  /** Below zero for what comes first, above for what comes last. */
  public int rank(String kind) {
    return ranks.getOrDefault(kind, 0);
  }

  /** What decides between kinds of the same rank. */
  public static String text(String group, String version, String kind) {
    return (group.isEmpty() ? "~G" : group)
        + "_"
        + (version.isEmpty() ? "~V" : version)
        + "_"
        + (kind.isEmpty() ? "~K" : kind);
  }
}
