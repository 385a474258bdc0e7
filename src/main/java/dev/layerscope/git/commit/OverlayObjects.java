package dev.layerscope.git.commit;

import dev.layerscope.git.ObjectStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of a repository with a few that are only planned laid over them; nothing is written.
 */
final class OverlayObjects implements ObjectStore {
  private final ObjectStore base;
  private final Map<String, byte[]> blobs;
  private final Map<String, List<RawEntry>> trees;

  OverlayObjects(ObjectStore base, Map<String, byte[]> blobs, Map<String, List<RawEntry>> trees) {
    this.base = base;
    this.blobs = Map.copyOf(blobs);
    this.trees = Map.copyOf(trees);
  }

  @Override
  public List<RawEntry> tree(String id) {
    List<RawEntry> planned = trees.get(id);
    return planned != null ? planned : base.tree(id);
  }

  @Override
  public Optional<RawEntry> entry(String tree, String name) {
    return trees.containsKey(tree) ? ObjectStore.super.entry(tree, name) : base.entry(tree, name);
  }

  @Override
  public byte[] blob(String id) {
    byte[] planned = blobs.get(id);
    return planned != null ? planned.clone() : base.blob(id);
  }

  @Override
  public long size(String id) {
    byte[] planned = blobs.get(id);
    return planned != null ? planned.length : base.size(id);
  }
}
