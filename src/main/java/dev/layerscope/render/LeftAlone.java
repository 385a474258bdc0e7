package dev.layerscope.render;

import dev.layerscope.argocd.ResourceFilter;
import dev.layerscope.manifest.Gvk;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds that Argo CD leaves alone on a cluster, each looked up once: an estate has few kinds
 * and very many objects. Safe for several threads.
 */
final class LeftAlone {
  private static final int MOST = 10_000;

  private final ResourceFilter filter;
  private final Map<String, Map<Gvk, Boolean>> known = new ConcurrentHashMap<>();

  LeftAlone(ResourceFilter filter) {
    this.filter = filter;
  }

  /**
   * Whether objects of a kind are left alone.
   *
   * @param server of the cluster they go to; empty when not known
   */
  boolean has(Gvk gvk, String server) {
    Map<Gvk, Boolean> there = known.get(server);
    if (there == null) {
      if (known.size() > MOST) {
        known.clear();
      }
      there = known.computeIfAbsent(server, unused -> new ConcurrentHashMap<>());
    }
    Boolean before = there.get(gvk);
    if (before == null) {
      before = filter.excludes(gvk, server);
      if (there.size() < MOST) {
        there.put(gvk, before);
      }
    }
    return before;
  }
}
