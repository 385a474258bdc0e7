package dev.layerscope.render.kustomize.merge;

import dev.layerscope.render.kustomize.tree.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which lists of built-in kinds are merged item by item. A view on one type; lists it does not
 * mention are replaced.
 */
public final class MergeKeys {
  private static final Map<String, String> KINDS = new HashMap<>();
  private static final Map<String, MergeKeys> TYPES = new HashMap<>();

  static {
    for (String line : Facts.lines("merge-keys.txt")) {
      String[] words = line.split(" ");
      if (words[0].equals("kind")) {
        KINDS.put(words[1], words[2]);
      } else {
        Map<String, Field> fields = new HashMap<>();
        for (int i = 2; i < words.length; i++) {
          Field field = Field.read(words[i]);
          fields.put(field.name(), field);
        }
        TYPES.put(words[1], new MergeKeys(name -> Optional.ofNullable(fields.get(name))));
      }
    }
  }

  private final Function<String, Optional<Field>> fields;

  MergeKeys(Function<String, Optional<Field>> fields) {
    this.fields = fields;
  }

  /**
   * One field of a type.
   *
   * @param many a list, not a map of values
   * @param keys by which elements are the same; empty when the list is not merged, an empty list
   *     when by value
   * @param type of its value, or of its elements; empty when nothing below is merged
   */
  record Field(
      String name, boolean many, Optional<List<String>> keys, Supplier<Optional<MergeKeys>> type) {
    private static Field read(String text) {
      int equals = text.indexOf('=');
      String name = text.substring(0, equals);
      String rest = text.substring(equals + 1);
      Optional<List<String>> keys = Optional.empty();
      int slash = rest.indexOf("/merge");
      if (slash >= 0) {
        String list = rest.substring(slash + "/merge".length());
        keys = Optional.of(list.isEmpty() ? List.of() : List.of(list.substring(1).split(",")));
        rest = rest.substring(0, slash);
      }
      boolean many = name.endsWith("[]");
      boolean any = name.endsWith("{}");
      String plain = many || any ? name.substring(0, name.length() - 2) : name;
      String type = rest;
      return new Field(plain, many, keys, () -> Optional.ofNullable(TYPES.get(type)));
    }

    /** The type of the field's value, or of its elements. */
    Optional<MergeKeys> below() {
      return type.get();
    }
  }

  /** What is known of a kind. */
  static Optional<MergeKeys> of(String apiVersion, String kind) {
    return Optional.ofNullable(KINDS.get(apiVersion + "/" + kind)).map(TYPES::get);
  }

  Optional<Field> field(String name) {
    return fields.apply(name);
  }
}
