package dev.layerscope.hierarchy;

import dev.layerscope.manifest.Manifest;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many objects a node renders, in all and by {@code group/Kind}. */
public record RenderedCount(int total, SortedMap<String, Integer> byKind) {
  public static final RenderedCount NONE = new RenderedCount(0, Collections.emptySortedMap());

  static RenderedCount of(SortedMap<String, Integer> byKind) {
    int total = 0;
    for (int count : byKind.values()) {
      total += count;
    }
    return new RenderedCount(total, byKind);
  }

  public static RenderedCount of(Collection<Manifest> manifests) {
    var byKind = new TreeMap<String, Integer>();
    manifests.forEach(manifest -> byKind.merge(manifest.gvk().groupKind(), 1, Integer::sum));
    return new RenderedCount(manifests.size(), Collections.unmodifiableSortedMap(byKind));
  }
}
