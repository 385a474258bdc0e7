package dev.layerscope.render.kustomize.resource;

import dev.layerscope.render.kustomize.tree.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kinds the tool knows to live outside namespaces. Not the same as {@link
 * dev.layerscope.manifest.Scopes}: the tool knows fewer, by version, and gives everything else a
 * namespace.
 */
final class ClusterScoped {
  /** Kinds by their API version: asked so often that no text is put together for it. */
  private static final Map<String, Set<String>> KINDS =
      Facts.lines("cluster-scoped.txt").stream()
          .collect(
              Collectors.groupingBy(
                  line -> line.substring(0, line.lastIndexOf('/')),
                  HashMap::new,
                  Collectors.mapping(
                      line -> line.substring(line.lastIndexOf('/') + 1), Collectors.toSet())));

  private ClusterScoped() {}

  static boolean contains(String apiVersion, String kind) {
    Set<String> kinds = KINDS.get(apiVersion);
    return kinds != null && kinds.contains(kind);
  }
}
