package dev.layerscope.diff.manifest;

import dev.layerscope.diff.Change;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is dangerous about a difference of one object. */
final class ResourceRisks {
  /** Fields an API server refuses to change: the object has to be deleted and created. */
  private static final Map<String, List<Pattern>> IMMUTABLE =
      Map.ofEntries(
          Map.entry("apps/Deployment", paths("spec\\.selector.*")),
          Map.entry("apps/DaemonSet", paths("spec\\.selector.*")),
          Map.entry("apps/ReplicaSet", paths("spec\\.selector.*")),
          Map.entry(
              "apps/StatefulSet",
              paths(
                  "spec\\.selector.*",
                  "spec\\.serviceName",
                  "spec\\.podManagementPolicy",
                  "spec\\.volumeClaimTemplates.*")),
          Map.entry(
              "batch/Job",
              paths("spec\\.selector.*", "spec\\.template.*", "spec\\.completionMode")),
          Map.entry("Service", paths("spec\\.clusterIPs?.*")),
          Map.entry(
              "PersistentVolumeClaim",
              paths(
                  "spec\\.accessModes.*",
                  "spec\\.storageClassName",
                  "spec\\.volumeName",
                  "spec\\.volumeMode",
                  "spec\\.selector.*",
                  "spec\\.dataSource.*")),
          Map.entry(
              "storage.k8s.io/StorageClass",
              paths("provisioner", "parameters.*", "reclaimPolicy", "volumeBindingMode")),
          Map.entry("rbac.authorization.k8s.io/RoleBinding", paths("roleRef.*")),
          Map.entry("rbac.authorization.k8s.io/ClusterRoleBinding", paths("roleRef.*")),
          Map.entry("Secret", paths("type")),
          Map.entry("PriorityClass", paths("value")),
          Map.entry("scheduling.k8s.io/PriorityClass", paths("value", "preemptionPolicy")),
          Map.entry(
              "apiextensions.k8s.io/CustomResourceDefinition",
              paths("spec\\.scope", "spec\\.group", "spec\\.names\\.kind")));

  private ResourceRisks() {}

  static List<Risk> of(
      ResourceKey key,
      Change change,
      List<FieldChange> fields,
      Optional<Manifest> from,
      Optional<Manifest> to) {
    var risks = new ArrayList<Risk>();
    if (change == Change.REMOVED) {
      removed(key, risks);
    }
    String groupKind = key.group().isEmpty() ? key.kind() : key.group() + "/" + key.kind();
    for (FieldChange field : fields) {
      field(groupKind, key, field, risks);
    }
    if (groupKind.equals("argoproj.io/AppProject")) {
      ProjectWidening.between(from, to).ifPresent(risks::add);
    }
    return risks;
  }

  private static void removed(ResourceKey key, List<Risk> risks) {
    if (key.kind().equals("CustomResourceDefinition")) {
      risks.add(
          new Risk(
              Risk.Kind.CRD_REMOVED,
              "the definition "
                  + key.name()
                  + " goes, and with it every object of its kind in the cluster"));
    } else if (key.kind().equals("Namespace") && key.group().isEmpty()) {
      risks.add(
          new Risk(
              Risk.Kind.NAMESPACE_REMOVED,
              "the namespace " + key.name() + " goes, and everything in it"));
    } else if (key.kind().equals("PersistentVolumeClaim")) {
      risks.add(
          new Risk(
              Risk.Kind.DATA_REMOVED,
              "the claim " + key.name() + " goes, and its data may go with it"));
    }
  }

  private static void field(
      String groupKind, ResourceKey key, FieldChange field, List<Risk> risks) {
    Optional<String> path = Optional.of(field.path());
    String object = key.kind() + " " + key.name();
    if (IMMUTABLE.getOrDefault(groupKind, List.of()).stream()
        .anyMatch(pattern -> pattern.matcher(field.path()).matches())) {
      risks.add(
          new Risk(
              Risk.Kind.IMMUTABLE_FIELD_CHANGED,
              path,
              field.path() + " of " + object + " cannot be changed: delete and create"));
    }
    if (field.kind() == FieldChange.Kind.IMAGE_VERSION && older(field)) {
      risks.add(
          new Risk(
              Risk.Kind.IMAGE_DOWNGRADED,
              path,
              "an older image in " + object + ": " + field.note().orElse(field.path())));
    }
    if (field.path().startsWith("metadata.finalizers")) {
      risks.add(
          new Risk(
              Risk.Kind.FINALIZER_CHANGED,
              path,
              "what happens when " + object + " is deleted changes: " + field.path()));
    }
    boolean pruned =
        field.path().equals("metadata.annotations[argocd.argoproj.io/sync-options]")
            && (mentions(field.from(), "Prune=")
                || mentions(field.to(), "Prune=")
                || mentions(field.from(), "Delete=")
                || mentions(field.to(), "Delete="));
    if (pruned) {
      risks.add(
          new Risk(
              Risk.Kind.PRUNE_CHANGED,
              path,
              "whether Argo CD may prune or delete " + object + " changes"));
    }
  }

  private static boolean mentions(Optional<String> value, String word) {
    return value.filter(text -> text.contains(word)).isPresent();
  }

  private static boolean older(FieldChange field) {
    return ImageReference.parse(unquoted(field.from()))
        .isNewerThan(ImageReference.parse(unquoted(field.to())));
  }

  private static String unquoted(Optional<String> json) {
    return json.map(text -> text.substring(1, text.length() - 1)).orElse("");
  }

  private static List<Pattern> paths(String... patterns) {
    return List.of(patterns).stream().map(Pattern::compile).toList();
  }
}
