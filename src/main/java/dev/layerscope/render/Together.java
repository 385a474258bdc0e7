package dev.layerscope.render;

import dev.layerscope.argocd.Destination;
import dev.layerscope.manifest.Scopes;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What became of the very same renderings for the same destination, as long as somebody holds it:
 * Applications of many clusters share a folder and a namespace. They get the same objects, so that
 * nobody above has to look at equal ones twice. Holds nothing in memory itself; safe for several
 * threads.
 */
final class Together {
  private static final int MOST = 20_000;

  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  /**
   * @param sources which renderings, as far as that can be told without holding them
   */
  private record Key(List<Integer> sources, String namespace, String server) {}

  private record Kept(
      List<WeakReference<Rendered>> sources, Scopes scopes, SoftReference<Rendered> whole) {
    boolean isOf(List<Rendered> others, Scopes known) {
      boolean same = scopes == known && sources.size() == others.size();
      for (int i = 0; same && i < others.size(); i++) {
        same = sources.get(i).refersTo(others.get(i));
      }
      return same;
    }
  }

  Rendered of(
      List<Rendered> sources, Destination destination, Scopes scopes, Supplier<Rendered> make) {
    var key =
        new Key(
            sources.stream().map(System::identityHashCode).toList(),
            destination.namespace().orElse(""),
            destination.isInCluster()
                ? Destination.IN_CLUSTER_SERVER
                : destination.server().orElse(""));
    Kept known = kept.get(key);
    Rendered whole = known != null && known.isOf(sources, scopes) ? known.whole().get() : null;
    if (whole != null) {
      return whole;
    }
    Rendered made = make.get();
    if (kept.size() > MOST) {
      kept.clear();
    }
    kept.put(
        key,
        new Kept(
            sources.stream().map(WeakReference::new).toList(), scopes, new SoftReference<>(made)));
    return made;
  }
}
