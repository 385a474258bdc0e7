package dev.layerscope.render;

import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was parsed and rendered, by content: a result is used again wherever everything it was made
 * from is the same, on whichever branch and at whichever commit. Shared by all renderers of a
 * workspace, bounded by the memory there is, safe for several threads.
 */
public final class RenderMemory {
  /** A branch for each of a handful of environments. */
  private static final int MOST_PER_KEY = 8;

  /** Bytes that a value of a manifest takes, roughly: a text, a place, and what holds them. */
  private static final long BYTES_PER_NODE = 160;

  private final ParsedFiles parsed = new ParsedFiles();
  private final Symlinks symlinks = new Symlinks();
  private final ConcurrentHashMap<Key, Slot> slots = new ConcurrentHashMap<>();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong nodes = new AtomicLong();
  private final AtomicLong renders = new AtomicLong();
  private final AtomicLong hits = new AtomicLong();
  private final long mostNodes;

  /** A memory that takes up to a quarter of the heap. */
  public RenderMemory() {
    this(Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_NODE);
  }

  /**
   * @param mostNodes values of manifests to keep; those not used for longest go first
   */
  public RenderMemory(long mostNodes) {
    this.mostNodes = mostNodes;
  }

  /**
   * What a rendering is asked for, besides what it reads.
   *
   * @param found where settings that decide the result were read
   * @param source without its place and its revision
   */
  record Key(Tools tools, Map<String, String> found, String url, Source source, Context context) {}

  /** One result, and what it stands on. */
  static final class Kept {
    private final Slot slot;
    private final Footing footing;
    private final Rendered rendered;
    private final long nodes;
    private volatile long used;

    private Kept(Slot slot, Footing footing, Rendered rendered, long nodes) {
      this.slot = slot;
      this.footing = footing;
      this.rendered = rendered;
      this.nodes = nodes;
    }

    Footing footing() {
      return footing;
    }

    Rendered rendered() {
      return rendered;
    }
  }

  /** The results of one question; whoever renders holds its lock, whoever forgets needs none. */
  private static final class Slot {
    private final List<Kept> kept = new CopyOnWriteArrayList<>();
  }

  /** How often something was rendered, and how often that was not needed. */
  public record Count(long renders, long hits) {}

  public Count count() {
    return new Count(renders.get(), hits.get());
  }

  ParsedFiles parsed() {
    return parsed;
  }

  Symlinks symlinks() {
    return symlinks;
  }

  /**
   * A result that still holds, or a new one. One thread renders; others that ask the same wait.
   *
   * @param still the result as it is today, if what it stands on is the same
   */
  Rendered rendered(
      Key key,
      Function<Kept, Optional<Rendered>> still,
      Footing footing,
      Function<Footing, Rendered> render) {
    Slot slot = slots.computeIfAbsent(key, ignored -> new Slot());
    Rendered answer;
    synchronized (slot) {
      Optional<Rendered> again = again(slot, still);
      if (again.isPresent()) {
        return again.get();
      }
      renders.incrementAndGet();
      answer = render.apply(footing);
      keep(slot, footing, answer);
    }
    if (nodes.get() > mostNodes) {
      forget();
    }
    return answer;
  }

  private Optional<Rendered> again(Slot slot, Function<Kept, Optional<Rendered>> still) {
    for (Kept kept : slot.kept) {
      Optional<Rendered> again = still.apply(kept);
      if (again.isPresent()) {
        hits.incrementAndGet();
        kept.used = clock.incrementAndGet();
        return again;
      }
    }
    return Optional.empty();
  }

  private void keep(Slot slot, Footing footing, Rendered rendered) {
    long size = 1 + rendered.manifests().stream().map(Manifest::root).mapToLong(this::size).sum();
    if (size > mostNodes / 2) {
      return;
    }
    if (slot.kept.size() >= MOST_PER_KEY) {
      drop(slot.kept.getFirst());
    }
    var kept = new Kept(slot, footing, rendered, size);
    kept.used = clock.incrementAndGet();
    slot.kept.add(kept);
    nodes.addAndGet(size);
  }

  private void drop(Kept kept) {
    if (kept.slot.kept.remove(kept)) {
      nodes.addAndGet(-kept.nodes);
    }
  }

  /** Lets go of a quarter, so that this is not done for every result. */
  private synchronized void forget() {
    List<Kept> oldest =
        slots.values().stream()
            .flatMap(slot -> slot.kept.stream())
            .sorted(Comparator.comparingLong(kept -> kept.used))
            .toList();
    for (Kept kept : oldest) {
      if (nodes.get() <= mostNodes - mostNodes / 4) {
        return;
      }
      drop(kept);
    }
  }

  private long size(Node node) {
    return switch (node) {
      case Scalar ignored -> 1;
      case Sequence sequence -> 1 + sequence.items().stream().mapToLong(this::size).sum();
      case Mapping mapping ->
          1 + mapping.entries().stream().mapToLong(entry -> 1 + size(entry.value())).sum();
    };
  }
}
