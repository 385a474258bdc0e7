package dev.layerscope.render.kustomize.resource;

import dev.layerscope.render.kustomize.tree.Facts;
import java.util.Set;

/**
 * Kinds the tool knows to live outside namespaces. Not the same as {@link
 * dev.layerscope.manifest.Scopes}: the tool knows fewer, by version, and gives everything else a
 * namespace.
 */
final class ClusterScoped {
  private static final Set<String> KINDS = Set.copyOf(Facts.lines("cluster-scoped.txt"));

  private ClusterScoped() {}

  static boolean contains(String apiVersion, String kind) {
    return KINDS.contains(apiVersion + "/" + kind);
  }
}
