package dev.layerscope.manifest;

/**
 * What makes two objects the same one to Argo CD: the version is not part of it (specification
 * §3.9).
 *
 * @param namespace empty for a cluster-scoped object, or while it is not known
 */
public record ResourceKey(String group, String kind, String namespace, String name)
    implements Comparable<ResourceKey> {
  /** {@code apps/Deployment/shop/web}; group and namespace only where there are some. */
  public String text() {
    return (group.isEmpty() ? "" : group + "/")
        + kind
        + "/"
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name;
  }

  @Override
  public int compareTo(ResourceKey other) {
    return text().compareTo(other.text());
  }
}
