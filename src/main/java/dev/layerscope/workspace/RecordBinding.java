package dev.layerscope.workspace;

import dev.layerscope.yaml.KyamlScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Binds YAML to records: a component is a key, every key may be absent, an unknown one is an error.
 * Components are texts, whole numbers, flags, records, nodes as they stand, and lists and maps of
 * these. An entry of a list or a map has a value, unless its type says that it may be null.
 */
final class RecordBinding {
  private final Path file;

  private RecordBinding(Path file) {
    this.file = file;
  }

  /**
   * @param file named in what is refused
   * @throws WorkspaceException for the first key that is unknown or holds something else than it
   *     should, with its line
   */
  static <T extends Record> T bind(Path file, Node root, Class<T> type) throws WorkspaceException {
    return type.cast(new RecordBinding(file).record(root, type, Trail.to(root)));
  }

  /** The key that a component stands for. */
  static String key(RecordComponent component) {
    Key named = component.getAnnotation(Key.class);
    return named == null ? component.getName() : named.value();
  }

  /**
   * The way to a value, as a person would say it.
   *
   * @param before where that stands in which it is; empty for the file
   * @param whole where it stands itself
   * @param line the 1-based line of its key, or of the value where it has none
   */
  private record Trail(String before, String whole, String name, int line) {
    static Trail to(Node root) {
      return new Trail("", "", "the file", root.place().line());
    }

    Trail key(Scalar key) {
      return new Trail(
          whole,
          whole.isEmpty() ? key.text() : whole + "." + key.text(),
          "“" + key.text() + "”",
          key.place().line());
    }

    Trail entry(int index, Node item) {
      return new Trail(
          whole, whole + "[" + index + "]", "“entry " + (index + 1) + "”", item.place().line());
    }

    String said() {
      return name + (before.isEmpty() ? "" : " in " + before);
    }
  }

  private Object value(Node node, AnnotatedType type, Trail at) throws WorkspaceException {
    if (type.getType() == Node.class) {
      return node;
    }
    if (type instanceof AnnotatedParameterizedType made) {
      AnnotatedType[] of = made.getAnnotatedActualTypeArguments();
      return of.length == 1 ? list(node, of[0], at) : map(node, of[1], at);
    }
    return type.getType() instanceof Class<?> found && found.isRecord()
        ? record(node, found, at)
        : scalar(node, type.getType(), at);
  }

  private Object record(Node node, Class<?> type, Trail at) throws WorkspaceException {
    RecordComponent[] components = type.getRecordComponents();
    List<String> keys = Arrays.stream(components).map(RecordBinding::key).toList();
    @Nullable Object[] values = new Object[components.length];
    for (Mapping.Entry entry : mapping(node, at).entries()) {
      int index = keys.indexOf(entry.name());
      if (index < 0) {
        throw unknown(entry.key(), keys, at);
      }
      if (!entry.value().isNull()) {
        values[index] =
            value(entry.value(), components[index].getAnnotatedType(), at.key(entry.key()));
      }
    }
    return made(type, components, values);
  }

  private List<Object> list(Node node, AnnotatedType of, Trail at) throws WorkspaceException {
    if (!(node instanceof Sequence sequence)) {
      throw wrong(at, "a list", node);
    }
    var values = new ArrayList<Object>();
    for (Node item : sequence.items()) {
      if (item.isNull()) {
        throw without(at, item.place().line());
      }
      values.add(value(item, of, at.entry(values.size(), item)));
    }
    return values;
  }

  private Map<String, @Nullable Object> map(Node node, AnnotatedType of, Trail at)
      throws WorkspaceException {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (Mapping.Entry entry : mapping(node, at).entries()) {
      if (!entry.value().isNull()) {
        values.put(entry.name(), value(entry.value(), of, at.key(entry.key())));
      } else if (of.isAnnotationPresent(Nullable.class)) {
        values.put(entry.name(), null);
      } else {
        throw without(at, entry.key().place().line());
      }
    }
    return values;
  }

  private Mapping mapping(Node node, Trail at) throws WorkspaceException {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw wrong(at, "a mapping", node);
  }

  private Object scalar(Node node, Type type, Trail at) throws WorkspaceException {
    if (type == String.class) {
      if (node instanceof Scalar scalar) {
        return scalar.text();
      }
      throw wrong(at, "text", node);
    }
    Value value = meaning(node);
    if (type == Integer.class) {
      if (value instanceof Value.Int number && number.value().bitLength() < Integer.SIZE) {
        return number.value().intValue();
      }
      throw wrong(at, "a whole number", node);
    }
    if (value instanceof Value.Bool flag) {
      return flag.value();
    }
    throw wrong(at, "true or false", node);
  }

  private static Value meaning(Node node) {
    return node instanceof Scalar scalar && scalar.isPlain()
        ? KyamlScalars.plain(scalar.text())
        : new Value.Text("");
  }

  private static Object made(
      Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(type + " is no plain record", e);
    }
  }

  private WorkspaceException unknown(Scalar key, List<String> keys, Trail at) {
    String nearest =
        Spelling.nearest(key.text(), keys)
            .map(known -> " Did you mean “" + known + "”?")
            .orElseGet(
                () -> " Known here: " + String.join(", ", keys.stream().sorted().toList()) + ".");
    return refused(key.place().line(), "unknown key " + at.key(key).said() + "." + nearest);
  }

  private WorkspaceException wrong(Trail at, String wanted, Node found) {
    String instead = found instanceof Scalar scalar ? ", not “" + scalar.text() + "”" : "";
    return refused(at.line(), at.said() + " must be " + wanted + instead + ".");
  }

  private WorkspaceException without(Trail at, int line) {
    return refused(line, at.said() + " has an entry without a value.");
  }

  private WorkspaceException refused(int line, String sentence) {
    return new WorkspaceException(file + ":" + line + ": " + sentence);
  }
}
