package dev.layerscope.diff.manifest;

import java.util.List;
import java.util.Map;

/**
 * What is known about the fields of a mapping.
 *
 * @param fields by name; {@code *} stands for every other name
 * @param otherLists how lists are compared that are not mentioned
 */
record Shape(Map<String, Field> fields, ListRule otherLists) {
  /** Nothing is known: lists are matched by what looks like a name. */
  static final Shape UNKNOWN = new Shape(Map.of(), new ListRule.Guessed());

  Shape {
    fields = Map.copyOf(fields);
  }

  /** What is known about one field. */
  record Field(ListRule list, Reading reading, Shape below) {}

  Field field(String name) {
    Field known = fields.get(name);
    if (known == null) {
      known = fields.get("*");
    }
    return known == null
        ? new Field(otherLists, Reading.PLAIN, new Shape(Map.of(), otherLists))
        : known;
  }

  /** How a single value is read before it is compared. */
  enum Reading {
    PLAIN,
    QUANTITY,
    DURATION
  }

  /** How the items of a list find each other. */
  sealed interface ListRule {
    /**
     * By the values of keys.
     *
     * @param alternatives the first whose keys are there and unique counts
     */
    record Keyed(List<List<String>> alternatives) implements ListRule {
      public Keyed {
        alternatives = List.copyOf(alternatives);
      }
    }

    /** By value; order means nothing. */
    record AsSet() implements ListRule {}

    /** Kustomize's image texts, by the name before {@code =}, {@code :} or {@code @}. */
    record ByImage() implements ListRule {}

    /** In order: a changed order is a difference. */
    record InOrder() implements ListRule {}

    /** By what looks like a name, as nobody says better; marked as a guess. */
    record Guessed() implements ListRule {}
  }
}
