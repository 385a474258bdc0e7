package dev.layerscope.manifest;

import org.jspecify.annotations.Nullable;

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

  /** Asked all the time, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof ResourceKey that
            && name.equals(that.name)
            && group.equals(that.group)
            && kind.equals(that.kind)
            && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * group.hashCode() + kind.hashCode()) + namespace.hashCode())
        + name.hashCode();
  }
}
