package dev.layerscope.edit.layer;

import dev.layerscope.argocd.Destination;
import dev.layerscope.edit.estate.Siblings;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An Application of the platform's own: a part of a layer, a root, or something one of them
 * delivers.
 *
 * @param destination namespace; layers write none
 * @param patient whether its sync is tried again for longer than an operator takes to install: Argo
 *     CD gives up after five tries, about two and a half minutes (specification §9)
 * @param options more of the source: how its folder is read
 */
public record LayerApplication(
    String name,
    RepoUrl repository,
    String path,
    String revision,
    Optional<String> destination,
    boolean patient,
    Siblings siblings,
    Map<String, Node> options) {

  /** As the text of a file. */
  public String text() {
    Map<String, Node> metadata = map("name", Scalar.of(name));
    metadata.put("namespace", Scalar.of(siblings.namespace()));
    if (!siblings.finalizers().isEmpty()) {
      metadata.put(
          "finalizers", Sequence.of(siblings.finalizers().stream().map(Scalar::of).toList()));
    }
    Map<String, Node> source = map("repoURL", Scalar.of(repository.text()));
    source.put("path", Scalar.of(path));
    source.put("targetRevision", Scalar.of(revision));
    source.putAll(options);
    Map<String, Node> spec = map("project", Scalar.of(siblings.project()));
    spec.put("source", Mapping.of(source));
    spec.put("destination", Mapping.of(cluster()));
    spec.put("syncPolicy", Mapping.of(syncPolicy()));
    Map<String, Node> object = map("apiVersion", Scalar.of("argoproj.io/v1alpha1"));
    object.put("kind", Scalar.of("Application"));
    object.put("metadata", Mapping.of(metadata));
    object.put("spec", Mapping.of(spec));
    return siblings.style().print(Mapping.of(object));
  }

  private Map<String, Node> cluster() {
    Destination cluster = siblings.cluster();
    Map<String, Node> written =
        cluster.name().isPresent()
            ? map("name", Scalar.of(cluster.name().get()))
            : map("server", Scalar.of(cluster.server().orElse(Destination.IN_CLUSTER_SERVER)));
    destination.ifPresent(namespace -> written.put("namespace", Scalar.of(namespace)));
    return written;
  }

  private Map<String, Node> syncPolicy() {
    Map<String, Node> automated = map("prune", Scalar.plain("true"));
    automated.put("selfHeal", Scalar.plain("true"));
    Map<String, Node> policy = map("automated", Mapping.of(automated));
    if (patient) {
      policy.put("retry", patience());
    }
    return policy;
  }

  /** A retry that outlives the installation of an operator. */
  public static Node patience() {
    Map<String, Node> backoff = map("duration", Scalar.of("10s"));
    backoff.put("factor", Scalar.plain("2"));
    backoff.put("maxDuration", Scalar.of("5m"));
    Map<String, Node> retry = map("limit", Scalar.plain("20"));
    retry.put("backoff", Mapping.of(backoff));
    return Mapping.of(retry);
  }

  private static Map<String, Node> map(String key, Node value) {
    var map = new LinkedHashMap<String, Node>();
    map.put(key, value);
    return map;
  }
}
