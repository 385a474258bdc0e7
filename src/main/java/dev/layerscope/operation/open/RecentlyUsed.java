package dev.layerscope.operation.open;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A memory of limited weight: when it weighs too much, what was not asked for longest goes. Safe
 * for several threads.
 */
final class RecentlyUsed<K, V> {
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final long most;
  private final ToLongFunction<V> weight;
  private long weighs;

  /**
   * @param most the weight of everything together
   * @param weight of one value, always the same for it
   */
  RecentlyUsed(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  /** What is remembered, else what is made now; two threads may make the same at once. */
  V get(K key, Supplier<V> make) {
    Optional<V> known = get(key);
    if (known.isPresent()) {
      return known.get();
    }
    V made = make.get();
    put(key, made);
    return made;
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  synchronized void put(K key, V value) {
    V before = kept.put(key, value);
    weighs += weight.applyAsLong(value) - (before == null ? 0 : weight.applyAsLong(before));
    var oldest = kept.values().iterator();
    while (weighs > most && oldest.hasNext()) {
      weighs -= weight.applyAsLong(oldest.next());
      oldest.remove();
    }
  }

  /** The weight of everything together. */
  synchronized long weighs() {
    return weighs;
  }
}
