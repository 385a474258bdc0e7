package dev.layerscope.render;

import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.TreePath;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was parsed and rendered, by content: a result is used again wherever everything it was made
 * from is the same, on whichever branch and at whichever commit. Shared by all renderers of a
 * workspace, bounded by the memory there is, safe for several threads.
 */
public final class RenderMemory {
  /**
   * Bytes that a value of a manifest takes, roughly: a text, a place, and what holds them, of which
   * the values of an estate share most.
   */
  private static final long BYTES_PER_NODE = 64;

  private final ParsedFiles parsed = new ParsedFiles();
  private final Symlinks symlinks = new Symlinks();
  private final ConcurrentHashMap<Tooling, Way> ways = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Key, Slot> slots = new ConcurrentHashMap<>();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong nodes = new AtomicLong();
  private final AtomicLong renders = new AtomicLong();
  private final AtomicLong hits = new AtomicLong();
  private final long mostNodes;
  private final Optional<NextTime> kept;

  /** A memory that takes up to a third of the heap. */
  public RenderMemory() {
    this(Optional.empty());
  }

  /**
   * A memory that takes up to a third of the heap.
   *
   * @param disk with what other programs rendered
   */
  public RenderMemory(Optional<KeptRenderings> disk) {
    this(defaultNodes(), disk);
  }

  private static long defaultNodes() {
    return Runtime.getRuntime().maxMemory() / 3 / BYTES_PER_NODE;
  }

  private RenderMemory(long mostNodes, Optional<KeptRenderings> disk) {
    this.mostNodes = mostNodes;
    this.kept = disk.map(NextTime::new);
  }

  /**
   * @param mostNodes values of manifests to keep; those not used for longest go first
   */
  public RenderMemory(long mostNodes) {
    this(mostNodes, Optional.empty());
  }

  /**
   * How sources are rendered. There is one of each in a memory, which is why it has no equals of
   * its own.
   */
  static final class Way {
    private final String name;

    private Way(String name) {
      this.name = name;
    }

    /** The same for the same way in another program. */
    String name() {
      return name;
    }
  }

  /**
   * @param found where settings that decide the result were read
   */
  private record Tooling(Tools tools, Map<String, String> found) {}

  /**
   * What a rendering is asked for, besides what it reads and what it asks about its Application.
   *
   * @param source without its place and its revision
   */
  record Key(Way way, String url, Source source) {
    /** Asked for every Application of an estate, so without what a record does by itself. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other == this
          || other instanceof Key that
              && way == that.way
              && url.equals(that.url)
              && source.equals(that.source);
    }

    @Override
    public int hashCode() {
      return 31 * source.hashCode() + url.hashCode();
    }
  }

  /** How often something was rendered, and how often that was not needed. */
  public record Count(long renders, long hits) {}

  public Count count() {
    return new Count(renders.get(), hits.get());
  }

  /**
   * The way that certain settings lead.
   *
   * @param found where those of them that decide the result were read
   */
  Way way(Tools tools, Map<String, String> found) {
    return ways.computeIfAbsent(
        new Tooling(tools, Map.copyOf(found)), ignored -> new Way(KeyName.of(tools, found)));
  }

  /** What files say, each content read once. */
  public ParsedFiles parsed() {
    return parsed;
  }

  Symlinks symlinks() {
    return symlinks;
  }

  /**
   * A result that still holds, or a new one. One thread renders; others that ask the same wait.
   *
   * @param repositories as they are now
   */
  Renderer.Answer rendered(
      Key key,
      Circumstances circumstances,
      Repositories repositories,
      Function<Occasion, Rendered> render) {
    Slot slot = slot(key);
    Optional<Renderer.Answer> answer = again(slot, circumstances, repositories);
    while (answer.isEmpty()) {
      synchronized (slot.lock(circumstances)) {
        answer = again(slot, circumstances, repositories);
        // While waiting, what there is to hold may have become another.
        if (answer.isEmpty() && Thread.holdsLock(slot.lock(circumstances))) {
          answer = Optional.of(anew(slot, circumstances, render));
        }
      }
    }
    if (nodes.get() > mostNodes) {
      forget();
    }
    return answer.get();
  }

  private Renderer.Answer anew(
      Slot slot, Circumstances circumstances, Function<Occasion, Rendered> render) {
    renders.incrementAndGet();
    var footing = new Footing(circumstances.snapshot());
    Rendered rendered = render.apply(new Occasion(circumstances, footing));
    keep(slot, footing, rendered);
    return new Renderer.Answer(rendered, footing.isOfCommits());
  }

  /**
   * Whether a result that still holds was made from something at a place; empty when none is
   * remembered.
   */
  Optional<Boolean> touches(
      Key key,
      Circumstances circumstances,
      Repositories repositories,
      RepoUrl url,
      TreePath place) {
    return Optional.ofNullable(slots.get(key))
        .flatMap(slot -> slot.find(circumstances, repositories))
        .map(found -> found.kept().footing().touches(url, place));
  }

  private Slot slot(Key key) {
    Slot known = slots.get(key);
    if (known != null) {
      return known;
    }
    Slot made = kept.map(disk -> disk.slot(key, this::count)).orElseGet(Slot::new);
    Slot earlier = slots.putIfAbsent(key, made);
    return earlier == null ? made : earlier;
  }

  private long count(Rendered rendered) {
    long size = size(rendered);
    nodes.addAndGet(size);
    return size;
  }

  /** Writes what is new for the next program, where there is a place for it. */
  public void keepForNextTime() {
    kept.ifPresent(disk -> disk.keep(slots));
  }

  private Optional<Renderer.Answer> again(
      Slot slot, Circumstances circumstances, Repositories repositories) {
    Optional<Slot.Found> found = slot.find(circumstances, repositories);
    found.ifPresent(one -> {
      hits.incrementAndGet();
      one.kept().use(clock.incrementAndGet());
    });
    return found.map(
        one -> new Renderer.Answer(one.rendered(), one.kept().footing().isOfCommits()));
  }

  private void keep(Slot slot, Footing footing, Rendered rendered) {
    long size = size(rendered);
    if (size > mostNodes / 2) {
      return;
    }
    nodes.addAndGet(size);
    for (Kept gone : slot.keep(footing, rendered, size, clock.incrementAndGet())) {
      nodes.addAndGet(-gone.nodes());
    }
  }

  /** Lets go of a quarter, so that this is not done for every result. */
  private synchronized void forget() {
    record Aged(Kept kept, long used) {}
    List<Aged> oldest =
        slots.values().stream()
            .flatMap(Slot::all)
            .map(kept -> new Aged(kept, kept.used())) // others go on using them meanwhile
            .sorted(Comparator.comparingLong(Aged::used))
            .toList();
    for (Aged aged : oldest) {
      if (nodes.get() <= mostNodes - mostNodes / 4) {
        return;
      }
      if (aged.kept().slot().drop(aged.kept())) {
        nodes.addAndGet(-aged.kept().nodes());
      }
    }
  }

  /** By counting and without a detour: every value of every rendering is passed. */
  private static long size(Node node) {
    long size = 1;
    switch (node) {
      case Scalar ignored -> {}
      case Sequence sequence -> {
        for (Node item : sequence.items()) {
          size += size(item);
        }
      }
      case Mapping mapping -> {
        for (Mapping.Entry entry : mapping.entries()) {
          size += 1 + size(entry.value());
        }
      }
    }
    return size;
  }

  private static long size(Rendered rendered) {
    long size = 1;
    for (Manifest manifest : rendered.manifests()) {
      size += size(manifest.root());
    }
    return size;
  }
}
