package dev.layerscope.workspace;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form over {@code workspace.yaml} is made of. It is read off the records the file is bound
 * to, so a key the program knows is a key the form has.
 */
public final class WorkspaceForm {
  private WorkspaceForm() {}

  /** How a value is written in a form. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    /** Several texts, a line each. */
    TEXTS,
    /** Keys and texts, {@code key: text} on a line each. */
    PAIRS,
    /** Anything deeper, as YAML. */
    YAML
  }

  /** One key. */
  public record Field(String key, Kind kind) {}

  /**
   * The keys of a mapping, or of every entry of a list; the one without a key is the file's own.
   */
  public record Section(String key, boolean list, List<Field> fields) {
    public Section {
      fields = List.copyOf(fields);
    }

    /** The field that names an entry: the first. */
    public Field title() {
      return fields.getFirst();
    }
  }

  /** The sections in the order of the file. */
  public static List<Section> sections() {
    var sections = new ArrayList<Section>();
    var own = new ArrayList<Field>();
    for (RecordComponent component : WorkspaceYaml.class.getRecordComponents()) {
      Optional<Class<?>> entry = entry(component.getGenericType());
      if (entry.isPresent()) {
        sections.add(
            new Section(
                RecordBinding.key(component),
                component.getType() == List.class,
                fields(entry.get())));
      } else {
        own.add(new Field(RecordBinding.key(component), kind(component.getGenericType())));
      }
    }
    sections.addFirst(new Section("", false, own));
    return List.copyOf(sections);
  }

  /** The record behind a section. */
  private static Optional<Class<?>> entry(Type type) {
    Type inner =
        type instanceof ParameterizedType list && list.getRawType() == List.class
            ? list.getActualTypeArguments()[0]
            : type;
    return inner instanceof Class<?> found && found.isRecord()
        ? Optional.of(found)
        : Optional.empty();
  }

  private static List<Field> fields(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(component -> new Field(RecordBinding.key(component), kind(component.getGenericType())))
        .toList();
  }

  private static Kind kind(Type type) {
    if (type == String.class) {
      return Kind.TEXT;
    }
    if (type == Integer.class) {
      return Kind.NUMBER;
    }
    if (type == Boolean.class) {
      return Kind.FLAG;
    }
    if (type instanceof ParameterizedType made) {
      List<Type> of = List.of(made.getActualTypeArguments());
      if (made.getRawType() == List.class && of.getFirst() == String.class) {
        return Kind.TEXTS;
      }
      if (made.getRawType() == Map.class && of.getLast() == String.class) {
        return Kind.PAIRS;
      }
    }
    return Kind.YAML;
  }
}
