package dev.layerscope.render;

import dev.layerscope.argocd.Destination;
import dev.layerscope.manifest.Scopes;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What became of the very same renderings, as long as somebody holds it: Applications of many
 * clusters share a folder, and many of them a namespace. They get the same objects, so that nobody
 * above has to look at equal ones twice. Holds nothing in memory itself; safe for several threads.
 */
final class Together {
  private static final int MOST = 20_000;

  /** After so many new ones those are let go of whose renderings nobody holds any more. */
  private static final int SWEEP = 256;

  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();

  /**
   * @param sources which renderings, as far as that can be told without holding them
   */
  private record Key(List<Integer> sources, String server) {}

  private record Kept(
      List<WeakReference<Rendered>> sources, Scopes scopes, SoftReference<Assembly> whole) {
    boolean isOf(List<Rendered> others, Scopes known) {
      boolean same = scopes == known && sources.size() == others.size();
      for (int i = 0; same && i < others.size(); i++) {
        same = sources.get(i).refersTo(others.get(i));
      }
      return same;
    }

    /** Whether one of its renderings is gone: then it is never asked for again. */
    boolean isOver() {
      return whole.refersTo(null) || sources.stream().anyMatch(source -> source.refersTo(null));
    }

    boolean holds(List<Rendered> others, Scopes known) {
      return isOf(others, known) && !whole.refersTo(null);
    }
  }

  /**
   * The renderings together.
   *
   * @param make makes it of the server it goes to
   */
  Assembled of(
      List<Rendered> sources,
      Destination destination,
      Scopes scopes,
      Function<String, Assembly> make) {
    String server =
        destination.isInCluster() ? Destination.IN_CLUSTER_SERVER : destination.server().orElse("");
    return whole(sources, server, scopes, make).in(destination.namespace().orElse(""));
  }

  private Assembly whole(
      List<Rendered> sources, String server, Scopes scopes, Function<String, Assembly> make) {
    var identities = new ArrayList<Integer>(sources.size());
    for (Rendered source : sources) {
      identities.add(System.identityHashCode(source));
    }
    var key = new Key(identities, server);
    Kept known = kept.get(key);
    Assembly whole = known != null && known.isOf(sources, scopes) ? known.whole().get() : null;
    if (whole != null) {
      return whole;
    }
    Assembly fresh = make.apply(server);
    sweep();
    Assembly first =
        kept.merge(
                key,
                new Kept(
                    sources.stream().map(WeakReference::new).toList(),
                    scopes,
                    new SoftReference<>(fresh)),
                (earlier, ours) -> earlier.holds(sources, scopes) ? earlier : ours)
            .whole()
            .get();
    return first == null ? fresh : first;
  }

  private void sweep() {
    if (made.incrementAndGet() % SWEEP == 0) {
      kept.values().removeIf(Kept::isOver);
    }
    if (kept.size() > MOST) {
      kept.clear();
    }
  }

  /** How much is kept. */
  int size() {
    return kept.size();
  }
}
