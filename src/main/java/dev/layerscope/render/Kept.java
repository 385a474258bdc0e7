package dev.layerscope.render;

import dev.layerscope.git.Repositories;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One remembered result, and what it stands on. */
final class Kept {
  private static final int MOST_MOVED = 8;

  private final Slot slot;
  private final List<Object> answers;
  private final Footing footing;
  private final Rendered rendered;
  private final long nodes;
  private final Map<Map<Footing.Place, String>, Rendered> moved = new ConcurrentHashMap<>();
  private volatile long used;

  /**
   * @param answers what was told of the Application
   * @param nodes values of manifests it takes
   */
  Kept(Slot slot, List<Object> answers, Footing footing, Rendered rendered, long nodes) {
    this.slot = slot;
    this.answers = answers;
    this.footing = footing;
    this.rendered = rendered;
    this.nodes = nodes;
  }

  Slot slot() {
    return slot;
  }

  List<Object> answers() {
    return answers;
  }

  long nodes() {
    return nodes;
  }

  long used() {
    return used;
  }

  void use(long moment) {
    used = moment;
  }

  Rendered rendered() {
    return rendered;
  }

  Footing footing() {
    return footing;
  }

  /**
   * The result as it is today, at the commits of today; empty when something it stands on changed.
   * All who ask at the same commits get the same objects.
   */
  Optional<Rendered> today(Circumstances circumstances, Repositories repositories) {
    return footing.heldBy(circumstances, repositories).map(this::at);
  }

  private Rendered at(Map<Footing.Place, String> commits) {
    if (moved.size() > MOST_MOVED) {
      moved.clear();
    }
    return moved.computeIfAbsent(commits, rendered::movedTo);
  }
}
