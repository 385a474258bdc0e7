package dev.layerscope.check;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.render.RenderedObject;

/**
 * An object on its way to a cluster.
 *
 * @param key with the scope the whole estate knows for its kind
 */
record Delivered(HierarchyNode node, Cluster cluster, RenderedObject object, ResourceKey key) {
  /** Whether it is of a kind; for every object of an estate, so without putting texts together. */
  boolean is(String group, String kind) {
    return object.gvk().kind().equals(kind) && object.gvk().group().equals(group);
  }

  /** Group and kind, without version. */
  String groupKind() {
    return object.gvk().groupKind();
  }
}
