package dev.layerscope.render.generator.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A value as Go has it while a template runs. */
public sealed interface GoValue {
  /** A key that a mapping does not have; going further down from here is no error. */
  record Absent() implements GoValue {}

  /** A null that somebody wrote. */
  record Nil() implements GoValue {}

  record Bool(boolean value) implements GoValue {}

  /**
   * A whole number.
   *
   * @param wide {@code int64}, not {@code int}: only a question for the type tells them apart
   */
  record Int(long value, boolean wide) implements GoValue {}

  /** A floating-point number: every number of a file or a parameter is one. */
  record Real(double value) implements GoValue {}

  record Text(String value) implements GoValue {}

  record Items(List<GoValue> items) implements GoValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A map with text keys, in their order. Functions of a template may change one, as in Go. */
  final class Fields implements GoValue {
    private final Map<String, GoValue> entries;
    private final boolean textOnly;

    private Fields(Map<String, GoValue> entries, boolean textOnly) {
      this.entries = entries;
      this.textOnly = textOnly;
    }

    /** Values of any kind. */
    public static Fields of(Map<String, ? extends GoValue> entries) {
      return new Fields(new TreeMap<>(entries), false);
    }

    /** Texts only, which makes a difference for keys that are not there. */
    public static Fields ofTexts(Map<String, String> entries) {
      var values = new TreeMap<String, GoValue>();
      entries.forEach((key, value) -> values.put(key, new Text(value)));
      return new Fields(values, true);
    }

    public Optional<GoValue> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    public Set<String> keys() {
      return entries.keySet();
    }

    public Collection<GoValue> values() {
      return entries.values();
    }

    public Map<String, GoValue> entries() {
      return java.util.Collections.unmodifiableMap(entries);
    }

    public boolean textOnly() {
      return textOnly;
    }

    public int size() {
      return entries.size();
    }

    /** The same with one more entry; this one stays as it is. */
    public Fields with(String key, GoValue value) {
      var more = new TreeMap<>(entries);
      more.put(key, value);
      return new Fields(more, textOnly);
    }

    /** Go's maps are shared: what a function sets here, everybody sees. */
    void put(String key, GoValue value) {
      entries.put(key, value);
    }

    void remove(String key) {
      entries.remove(key);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Fields that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
      return entries.keySet().hashCode();
    }

    @Override
    public String toString() {
      return GoPrint.plain(this);
    }
  }

  /** Nothing: a key that a mapping does not have. */
  static GoValue absent() {
    return new Absent();
  }

  /** Go's {@code nil}. */
  static GoValue nil() {
    return new Nil();
  }

  /** A text. */
  static GoValue text(String value) {
    return new Text(value);
  }

  /** An {@code int}. */
  static GoValue number(long value) {
    return new Int(value, false);
  }

  /** An {@code int64}. */
  static GoValue wide(long value) {
    return new Int(value, true);
  }

  static GoValue bool(boolean value) {
    return new Bool(value);
  }

  /** Texts as a list. */
  static GoValue texts(Collection<String> values) {
    return new Items(values.stream().map(GoValue::text).toList());
  }

  /** What {@code if} and {@code empty} take for true. */
  default boolean truth() {
    return switch (this) {
      case Absent ignored -> false;
      case Nil ignored -> false;
      case Bool bool -> bool.value();
      case Int number -> number.value() != 0;
      case Real real -> real.value() != 0;
      case Text text -> !text.value().isEmpty();
      case Items list -> !list.items().isEmpty();
      case Fields map -> map.size() > 0;
    };
  }

  /** Whether there is nothing: absent or nil. */
  default boolean isNothing() {
    return this instanceof Absent || this instanceof Nil;
  }

  /** Go's name of the type. */
  default String type() {
    return switch (this) {
      case Absent ignored -> "<nil>";
      case Nil ignored -> "<nil>";
      case Bool ignored -> "bool";
      case Int number -> number.wide() ? "int64" : "int";
      case Real ignored -> "float64";
      case Text ignored -> "string";
      case Items ignored -> "[]interface {}";
      case Fields map -> map.textOnly() ? "map[string]string" : "map[string]interface {}";
    };
  }

  /** Go's word for the kind of type. */
  default String kind() {
    return switch (this) {
      case Absent ignored -> "invalid";
      case Nil ignored -> "invalid";
      case Items ignored -> "slice";
      case Fields ignored -> "map";
      default -> type();
    };
  }
}
