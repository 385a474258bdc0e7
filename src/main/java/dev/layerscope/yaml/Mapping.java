package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keys and values, in the order written. A key occurs once.
 *
 * @param flow written in braces
 */
public record Mapping(List<Entry> entries, boolean flow, Place place) implements Node {
  /** An empty mapping that no file holds. */
  public static final Mapping EMPTY = new Mapping(List.of(), false, Place.NONE);

  /**
   * One key and its value. The key's text is what the key means, so {@code yes:} has the text
   * {@code true}.
   */
  public record Entry(Scalar key, Node value) {
    public String name() {
      return key.text();
    }
  }

  public Mapping {
    entries = List.copyOf(entries);
  }

  /** A made mapping, written in block style. */
  public static Mapping of(Map<String, ? extends Node> values) {
    var entries = new ArrayList<Entry>();
    values.forEach((key, value) -> entries.add(new Entry(Scalar.of(key), value)));
    return new Mapping(entries, false, Place.NONE);
  }

  public Optional<Entry> entry(String key) {
    for (Entry entry : entries) {
      if (entry.name().equals(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  public Optional<Node> get(String key) {
    return entry(key).map(Entry::value);
  }

  public boolean has(String key) {
    return entry(key).isPresent();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public Optional<Mapping> mapping(String key) {
    return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  public Optional<Sequence> sequence(String key) {
    return get(key).filter(Sequence.class::isInstance).map(Sequence.class::cast);
  }

  /** The keys in the order written. */
  public List<String> keys() {
    return entries.stream().map(Entry::name).toList();
  }

  /** The same mapping with one value replaced in its place, or added at the end. */
  public Mapping with(String key, Node value) {
    var changed = new ArrayList<Entry>(entries.size() + 1);
    boolean found = false;
    for (Entry entry : entries) {
      boolean here = entry.name().equals(key);
      found |= here;
      changed.add(here ? new Entry(entry.key(), value) : entry);
    }
    if (!found) {
      changed.add(new Entry(Scalar.of(key), value));
    }
    return new Mapping(changed, flow, place);
  }

  public Mapping without(String key) {
    return has(key)
        ? new Mapping(entries.stream().filter(e -> !e.name().equals(key)).toList(), flow, place)
        : this;
  }

  /** Keys and values for iteration in the order written. */
  public Map<String, Node> asMap() {
    var map = new LinkedHashMap<String, Node>();
    entries.forEach(e -> map.put(e.name(), e.value()));
    return map;
  }

  /** Order of keys means nothing in YAML, so it does not count. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Mapping that && asMap().equals(that.asMap());
  }

  @Override
  public int hashCode() {
    return Objects.hash(Set.copyOf(keys()));
  }
}
