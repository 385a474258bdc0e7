package dev.layerscope.argocd;

import dev.layerscope.manifest.Gvk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The order in which Argo CD applies the objects of one Application (specification §9.1, §11.4).
 */
public final class SyncOrder {
  private static final List<String> KINDS =
      List.of(
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService");

  private static final Comparator<Task> ORDER =
      Comparator.comparing(Task::phase)
          .thenComparingInt(Task::wave)
          .thenComparingInt(task -> rank(task.gvk().kind()))
          .thenComparing(task -> rank(task.gvk().kind()) < KINDS.size() ? "" : task.gvk().kind())
          .thenComparing(Task::name);

  private SyncOrder() {}

  /** When of a sync something is applied. */
  public enum Phase {
    PRE_SYNC,
    SYNC,
    POST_SYNC,
    SYNC_FAIL,
    /** Before the Application is deleted. */
    PRE_DELETE,
    /** After the Application was deleted. */
    POST_DELETE
  }

  /**
   * One object to apply.
   *
   * @param namespace empty for a cluster-scoped object
   * @param defines the kind that a definition brings; its version does not count
   */
  public record Task(
      Phase phase, int wave, Gvk gvk, String namespace, String name, Optional<Gvk> defines) {
    Task when(Task other) {
      return new Task(other.phase, other.wave, gvk, namespace, name, defines);
    }
  }

  /**
   * The tasks in order: phase, wave, kind, name. A namespace goes before the first object in it,
   * and a definition before the first of its kind, whose phase and wave they take over.
   */
  public static List<Task> of(List<Task> tasks) {
    var sorted = new ArrayList<>(tasks);
    sorted.sort(ORDER);
    before(
        sorted,
        task -> task.gvk().group().isEmpty() && task.gvk().kind().equals("Namespace"),
        (namespace, task) ->
            !task.namespace().isEmpty() && task.namespace().equals(namespace.name()));
    before(
        sorted,
        task -> task.defines().isPresent(),
        (definition, task) ->
            definition
                .defines()
                .filter(kind ->
                    kind.group().equals(task.gvk().group())
                        && kind.kind().equals(task.gvk().kind()))
                .isPresent());
    return sorted;
  }

  private static void before(
      List<Task> tasks, Predicate<Task> needed, BiPredicate<Task, Task> needs) {
    for (int at = 0; at < tasks.size(); at++) {
      Task one = tasks.get(at);
      if (!needed.test(one)) {
        continue;
      }
      for (int first = 0; first < at; first++) {
        Task user = tasks.get(first);
        if (!needed.test(user) && needs.test(one, user)) {
          tasks.remove(at);
          tasks.add(first, one.when(user));
          break;
        }
      }
    }
  }

  private static int rank(String kind) {
    int index = KINDS.indexOf(kind);
    return index < 0 ? KINDS.size() : index;
  }
}
