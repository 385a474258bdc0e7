package dev.layerscope.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What was asked for lately. When it weighs too much, what was not asked for longest goes. Safe for
 * several threads.
 */
final class Lately<K, V> {
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final long most;
  private final ToLongFunction<V> weight;
  private long weighs;

  /**
   * @param most the weight of everything together
   * @param weight of one value, always the same for it
   */
  Lately(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
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
