package dev.layerscope.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What folders hold besides what is rendered, by the ids of their contents: the next commit leaves
 * nearly all as they are. Bounded. Safe for several threads.
 */
final class SeenFolders {
  private static final int MOST = 50_000;

  private final Map<String, Beside> known = new ConcurrentHashMap<>();

  /**
   * The names of the files in a folder that are not rendered.
   *
   * @param overrides of Applications
   * @param unmentioned manifests that the kustomization next to them does not mention
   */
  record Beside(List<String> overrides, List<String> unmentioned) {}

  /**
   * @param id of the folder's content
   */
  Beside in(String id, Supplier<Beside> reading) {
    Beside seen = known.get(id);
    if (seen != null) {
      return seen;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    Beside read = reading.get();
    known.put(id, read);
    return read;
  }
}
