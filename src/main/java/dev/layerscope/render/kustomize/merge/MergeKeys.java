package dev.layerscope.render.kustomize.merge;

import dev.layerscope.render.kustomize.tree.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which lists of built-in kinds are merged item by item. A view on one type; lists it does not
 * mention are replaced.
 */
final class MergeKeys {
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
        TYPES.put(words[1], new MergeKeys(fields));
      }
    }
  }

  private final Map<String, Field> fields;

  private MergeKeys(Map<String, Field> fields) {
    this.fields = fields;
  }

  /**
   * One field of a type.
   *
   * @param many a list, not a map of values
   * @param type what its values or elements are; empty when nothing below is merged
   * @param keys by which elements are the same; empty when the list is not merged, an empty list
   *     when by value
   */
  record Field(String name, boolean many, boolean any, String type, Optional<List<String>> keys) {
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
      return new Field(plain, many, any, rest.equals("-") ? "" : rest, keys);
    }

    /** The type of the field's value, or of its elements. */
    Optional<MergeKeys> below() {
      return Optional.ofNullable(TYPES.get(type));
    }
  }

  /** What is known of a kind. */
  static Optional<MergeKeys> of(String apiVersion, String kind) {
    return Optional.ofNullable(KINDS.get(apiVersion + "/" + kind)).map(TYPES::get);
  }

  Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
