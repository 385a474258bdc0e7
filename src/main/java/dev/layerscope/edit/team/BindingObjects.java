package dev.layerscope.edit.team;

import dev.layerscope.argocd.Destination;
import dev.layerscope.edit.estate.Neighbours;
import dev.layerscope.edit.layer.LayerApplication;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The four objects that bind a team with the least it needs: one repository into one namespace of
 * one cluster, nothing cluster-wide, no Applications of its own, no way to lift its own limits
 * (specification §8).
 *
 * @param tool whether the team's repository has a kustomization or chart at its root, which is then
 *     left to find itself
 * @param patient whether the Application waits for a namespace that another one delivers
 */
record BindingObjects(
    String name,
    String namespace,
    String group,
    RepoUrl repository,
    String revision,
    Destination cluster,
    String controlPlane,
    boolean labelled,
    boolean tool,
    boolean patient,
    Neighbours neighbours) {
  /** What a team may not create: its own Applications, the limits and rights the platform sets. */
  private static final List<List<String>> DENIED =
      List.of(
          List.of("argoproj.io", "Application"),
          List.of("argoproj.io", "ApplicationSet"),
          List.of("argoproj.io", "AppProject"),
          List.of("", "ResourceQuota"),
          List.of("", "LimitRange"),
          List.of("rbac.authorization.k8s.io", "Role"),
          List.of("rbac.authorization.k8s.io", "RoleBinding"));

  private static final String RBAC = "rbac.authorization.k8s.io";

  Mapping namespaceObject() {
    Map<String, Node> annotations = wave("Namespace");
    annotations.put("argocd.argoproj.io/sync-options", Scalar.of("Prune=false"));
    Map<String, Node> metadata = map("name", Scalar.of(namespace));
    if (labelled) {
      metadata.put("labels", Mapping.of(map(Neighbours.MANAGED_BY, Scalar.of(controlPlane))));
    }
    metadata.put("annotations", Mapping.of(annotations));
    return object("v1", "Namespace", metadata);
  }

  Mapping project() {
    Map<String, Node> spec = map("sourceRepos", Sequence.of(List.of(Scalar.of(repository.text()))));
    spec.put("destinations", Sequence.of(List.of(destination())));
    spec.put("clusterResourceWhitelist", Sequence.of(List.of()));
    spec.put(
        "namespaceResourceBlacklist",
        Sequence.of(DENIED.stream().map(BindingObjects::groupKind).toList()));
    return object("argoproj.io/v1alpha1", "AppProject", metadata("AppProject", name, controlPlane))
        .with("spec", Mapping.of(spec));
  }

  Mapping access() {
    Map<String, Node> subject = map("apiGroup", Scalar.of(RBAC));
    subject.put("kind", Scalar.of("Group"));
    subject.put("name", Scalar.of(group));
    Map<String, Node> role = map("apiGroup", Scalar.of(RBAC));
    role.put("kind", Scalar.of("ClusterRole"));
    role.put("name", Scalar.of("view"));
    return object(RBAC + "/v1", "RoleBinding", metadata("RoleBinding", name + "-view", namespace))
        .with("subjects", Sequence.of(List.of(Mapping.of(subject))))
        .with("roleRef", Mapping.of(role));
  }

  Mapping application() {
    Map<String, Node> source = map("repoURL", Scalar.of(repository.text()));
    source.put("path", Scalar.of("."));
    source.put("targetRevision", Scalar.of(revision));
    if (!tool) {
      source.put("directory", Mapping.of(map("recurse", Scalar.plain("true"))));
    }
    Map<String, Node> automated = map("prune", Scalar.plain("true"));
    automated.put("selfHeal", Scalar.plain("true"));
    Map<String, Node> spec = map("project", Scalar.of(name));
    spec.put("source", Mapping.of(source));
    spec.put("destination", destination());
    Map<String, Node> policy = map("automated", Mapping.of(automated));
    if (patient) {
      policy.put("retry", LayerApplication.patience());
    }
    spec.put("syncPolicy", Mapping.of(policy));
    return object(
            "argoproj.io/v1alpha1", "Application", metadata("Application", name, controlPlane))
        .with("spec", Mapping.of(spec));
  }

  private Mapping destination() {
    Optional<String> byName = cluster.name();
    Map<String, Node> destination =
        byName.isPresent()
            ? map("name", Scalar.of(byName.get()))
            : map("server", Scalar.of(cluster.server().orElse(Destination.IN_CLUSTER_SERVER)));
    destination.put("namespace", Scalar.of(namespace));
    return Mapping.of(destination);
  }

  private Map<String, Node> metadata(String kind, String called, String in) {
    Map<String, Node> metadata = map("name", Scalar.of(called));
    metadata.put("namespace", Scalar.of(in));
    Map<String, Node> annotations = wave(kind);
    if (!annotations.isEmpty()) {
      metadata.put("annotations", Mapping.of(annotations));
    }
    return metadata;
  }

  private Map<String, Node> wave(String kind) {
    Map<String, Node> annotations = new LinkedHashMap<>();
    neighbours
        .wave(kind)
        .ifPresent(wave -> annotations.put("argocd.argoproj.io/sync-wave", Scalar.of(wave)));
    return annotations;
  }

  private static Mapping groupKind(List<String> groupAndKind) {
    Map<String, Node> entry = map("group", Scalar.of(groupAndKind.getFirst()));
    entry.put("kind", Scalar.of(groupAndKind.getLast()));
    return Mapping.of(entry);
  }

  private static Mapping object(String apiVersion, String kind, Map<String, Node> metadata) {
    Map<String, Node> object = map("apiVersion", Scalar.of(apiVersion));
    object.put("kind", Scalar.of(kind));
    object.put("metadata", Mapping.of(metadata));
    return Mapping.of(object);
  }

  private static Map<String, Node> map(String key, Node value) {
    var map = new LinkedHashMap<String, Node>();
    map.put(key, value);
    return map;
  }
}
