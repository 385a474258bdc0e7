package dev.layerscope.argocd;

import java.util.Optional;

/**
 * The manifest of an Application with one source, as a repository holds it.
 *
 * @param revision empty for none: {@code HEAD}
 * @param namespace what it is applied to, on its own cluster
 */
public record ApplicationText(
    String name, String url, String path, Optional<String> revision, String namespace) {
  /** One that reads the newest, and is applied to the namespace {@code x}. */
  public static ApplicationText of(String name, String url, String path) {
    return new ApplicationText(name, url, path, Optional.empty(), "x");
  }

  public ApplicationText at(String other) {
    return new ApplicationText(name, url, path, Optional.of(other), namespace);
  }

  public ApplicationText to(String other) {
    return new ApplicationText(name, url, path, revision, other);
  }

  /** Seven lines of YAML. */
  public String yaml() {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s%s}
      destination: {server: "https://kubernetes.default.svc", namespace: %s}
    """
        .formatted(
            name, url, path, revision.map(at -> ", targetRevision: " + at).orElse(""), namespace);
  }
}
