package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    return Optional.ofNullable(find(key));
  }

  /** By counting and without a detour: nothing is asked more often. */
  private @Nullable Entry find(String key) {
    int hash = key.hashCode(); // kept by the text itself; most keys are told apart by it
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String text = entry.key().text();
      if (text.hashCode() == hash && text.equals(key)) {
        return entry;
      }
    }
    return null;
  }

  public Optional<Node> get(String key) {
    Entry entry = find(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  public boolean has(String key) {
    return find(key) != null;
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public Optional<Mapping> mapping(String key) {
    Entry entry = find(key);
    return entry != null && entry.value() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  public Optional<Sequence> sequence(String key) {
    Entry entry = find(key);
    return entry != null && entry.value() instanceof Sequence sequence
        ? Optional.of(sequence)
        : Optional.empty();
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
    return this == other
        || other instanceof Mapping that
            && entries.size() == that.entries.size()
            && (inTheSameOrder(that) ? sameValues(that) : asMap().equals(that.asMap()));
  }

  /** As nearly all are that are compared. */
  private boolean inTheSameOrder(Mapping that) {
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).name().equals(that.entries.get(i).name())) {
        return false;
      }
    }
    return true;
  }

  private boolean sameValues(Mapping that) {
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).value().equals(that.entries.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (Entry entry : entries) {
      hash += entry.key().text().hashCode();
    }
    return hash;
  }
}
