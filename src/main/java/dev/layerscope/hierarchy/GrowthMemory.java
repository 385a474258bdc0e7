package dev.layerscope.hierarchy;

import dev.layerscope.finding.Finding;
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

  /** What one node takes, roughly, with its share of what several hold. */
  private static final long BYTES_PER_NODE = 2_000;

  private final List<Known> known = new ArrayList<>();
  private final int mostNodes;

  /** A memory that takes up to a quarter of the heap. */
  public GrowthMemory() {
    this((int) Math.min(Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_NODE, Integer.MAX_VALUE));
  }

  /**
   * @param mostNodes under one setting; what no look of late needed goes first
   */
  GrowthMemory(int mostNodes) {
    this.mostNodes = mostNodes;
  }

  /** How many looks at an estate of so many nodes it keeps side by side. */
  public int room(int nodes) {
    return nodes == 0 ? MOST_ALIKE : Math.min(MOST_ALIKE, mostNodes / nodes);
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
        nodes.lookAnew();
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
    private final Map<NodeId, List<Told>> told = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger look = new AtomicInteger();
    private final int most;

    /** The look after which there was nothing to let go of. */
    private int fullSince = -1;

    private Nodes(int most) {
      this.most = most;
    }

    /** From here on, somebody looks anew. */
    private void lookAnew() {
      look.incrementAndGet();
    }

    /** What became of a node once. */
    private static final class Past {
      private final Bud bud;
      private final List<Asked> asked;
      private final Grown grown;
      private volatile int used;

      /**
       * @param asked all that was asked of repositories
       * @param used the look that needed it last
       */
      Past(Bud bud, List<Asked> asked, Grown grown, int used) {
        this.bud = bud;
        this.asked = List.copyOf(asked);
        this.grown = grown;
        this.used = used;
      }
    }

    /** A node as it grew, and with what was found on it in the whole graph. */
    private record Told(HierarchyNode grown, HierarchyNode told) {}

    /** A node with its findings: the very same one when the same was found on it before. */
    @SuppressWarnings("ReferenceEquality") // one that only equals it was looked into anew
    HierarchyNode told(HierarchyNode grown, List<Finding> findings) {
      List<Told> before = told.getOrDefault(grown.id(), List.of());
      for (Told one : before) {
        if (one.grown() == grown && one.told().findings().equals(findings)) {
          return one.told();
        }
      }
      HierarchyNode now = grown.withFindings(findings);
      var all = new ArrayList<>(List.of(new Told(grown, now)));
      all.addAll(before.subList(0, Math.min(before.size(), MOST_ALIKE - 1)));
      told.put(grown.id(), List.copyOf(all));
      return now;
    }

    /** What became of a node before, when it would become the same again. */
    Optional<Grown> again(Asking asking, Bud bud) {
      for (Past past : byId.getOrDefault(bud.id(), List.of())) {
        if (holds(asking, bud, past.asked) && past.bud.isDeclaredAs(bud)) {
          past.used = look.get();
          return Optional.of(past.grown);
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

    /**
     * Keeps what became of a node, as long as there is room: when an estate is larger than that,
     * most of it is still known the next time, and not always another part.
     */
    void keep(Bud bud, List<Asked> asked, Grown grown) {
      while (count.incrementAndGet() > most) {
        count.decrementAndGet();
        if (!makeRoom()) {
          return;
        }
      }
      var past = new Past(bud, asked, grown, look.get());
      byId.merge(bud.id(), List.of(past), this::newestFirst);
    }

    /** Lets go of what neither this look nor the one before needed. */
    private synchronized boolean makeRoom() {
      int now = look.get();
      if (count.get() < most) {
        return true;
      }
      if (fullSince == now) {
        return false;
      }
      var gone = new AtomicInteger();
      for (NodeId id : byId.keySet()) {
        byId.computeIfPresent(
            id,
            (same, all) -> {
              List<Past> lately = all.stream().filter(past -> past.used >= now - 1).toList();
              gone.addAndGet(all.size() - lately.size());
              return lately.isEmpty() ? null : lately;
            });
      }
      told.keySet().retainAll(byId.keySet());
      if (count.addAndGet(-gone.get()) >= most) {
        fullSince = now;
        return false;
      }
      return true;
    }

    private List<Past> newestFirst(List<Past> before, List<Past> latest) {
      var all = new ArrayList<>(latest);
      all.addAll(before.subList(0, Math.min(before.size(), MOST_ALIKE - 1)));
      count.addAndGet(all.size() - before.size() - latest.size());
      return List.copyOf(all);
    }
  }
}
