package dev.layerscope.hierarchy;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What became of nodes: taken again while the node is declared as before, is read at the same
 * commits, and nothing else had a say. So a look after one commit costs what that commit reaches.
 * Given up when memory is short. Safe for several threads.
 */
public final class GrowthMemory {
  /** As the workspace says, and as configuration found in git says, for an estate and plans. */
  private static final int MOST_SETTINGS = 6;

  /** A handful of environments. */
  private static final int MOST_ALIKE = 5;

  /** What one node takes, roughly. */
  private static final long BYTES_PER_NODE = 6_000;

  private final List<Known> known = new ArrayList<>();
  private final int mostNodes;

  /** A memory that takes up to a quarter of the heap. */
  public GrowthMemory() {
    long most = Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_NODE;
    this.mostNodes = (int) Math.min(most, Integer.MAX_VALUE);
  }

  /** What decides besides git: two of them are equal when they decide the same. */
  record Setting(ControlPlanes planes, Layers layers, SampleParameters samples) {}

  private record Known(Setting setting, SoftReference<Nodes> nodes) {}

  /** The nodes that grew under a setting. */
  synchronized Nodes under(Setting setting) {
    for (Known one : known) {
      Nodes nodes = one.nodes().get();
      if (nodes != null && one.setting().equals(setting)) {
        known.remove(one);
        known.add(one);
        return nodes;
      }
    }
    var nodes = new Nodes(mostNodes);
    known.add(new Known(setting, new SoftReference<>(nodes)));
    if (known.size() > MOST_SETTINGS) {
      known.removeFirst();
    }
    return nodes;
  }

  /** What became of nodes under one setting. */
  static final class Nodes {
    private final Map<NodeId, List<Past>> byId = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final int most;

    private Nodes(int most) {
      this.most = most;
    }

    /**
     * What became of a node once.
     *
     * @param asked all that was asked of repositories
     */
    private record Past(Bud bud, List<Asked> asked, Grown grown) {}

    /** What became of a node before, when it would become the same again. */
    Optional<Grown> again(Asking asking, Bud bud) {
      for (Past past : byId.getOrDefault(bud.id(), List.of())) {
        if (holds(asking, bud, past.asked()) && past.bud().isDeclaredAs(bud)) {
          return Optional.of(past.grown());
        }
      }
      return Optional.empty();
    }

    private static boolean holds(Asking asking, Bud bud, List<Asked> before) {
      for (Asked asked : before) {
        if (!asking.holds(bud, asked)) {
          return false;
        }
      }
      return true;
    }

    void keep(Bud bud, List<Asked> asked, Grown grown) {
      if (count.incrementAndGet() > most) {
        // Crude but cheap: what is still needed comes back at the price of one look.
        byId.clear();
        count.set(1);
      }
      var past = new Past(bud, List.copyOf(asked), grown);
      byId.merge(bud.id(), List.of(past), this::newestFirst);
    }

    private List<Past> newestFirst(List<Past> before, List<Past> latest) {
      var all = new ArrayList<>(latest);
      all.addAll(before.subList(0, Math.min(before.size(), MOST_ALIKE - 1)));
      count.addAndGet(all.size() - before.size() - latest.size());
      return List.copyOf(all);
    }
  }
}
