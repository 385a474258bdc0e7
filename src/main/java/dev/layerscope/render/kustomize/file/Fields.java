package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one object as Go's {@code encoding/json} decodes them: names whatever their case,
 * null as absent, no other type than the declared one.
 */
public final class Fields {
  private final String type;
  private final boolean strict;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /** How one element of a list is read. */
  public interface Element<T> {
    T read(Unread unread) throws BuildException;
  }

  Fields(Unread unread, String type, Set<String> known) throws BuildException {
    this.type = type;
    this.strict = unread.strict();
    for (Mapping.Entry entry : unread.mapping().entries()) {
      String name = entry.name();
      Optional<String> field =
          known.contains(name)
              ? Optional.of(name)
              : known.stream().filter(name::equalsIgnoreCase).findFirst();
      if (field.isPresent()) {
        values.put(field.get(), entry.value());
      } else if (strict) {
        throw new BuildException(trouble() + "unknown field \"" + name + "\"");
      }
    }
  }

  private String trouble() {
    return strict
        ? "invalid Kustomization: json: "
        : "error unmarshaling JSON: while decoding JSON: json: ";
  }

  private Optional<Node> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(node -> !node.isNull());
  }

  public boolean has(String name) {
    return value(name).isPresent();
  }

  public String text(String name) throws BuildException {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      return "";
    }
    return string(value.get(), name);
  }

  private String string(Node node, String name) throws BuildException {
    return node.asText().orElseThrow(() -> wrong(node, name, "string"));
  }

  public boolean flag(String name) throws BuildException {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      return false;
    }
    if (value.get() instanceof Scalar scalar
        && ArgoScalars.read(scalar) instanceof Value.Bool bool) {
      return bool.value();
    }
    throw wrong(value.get(), name, "bool");
  }

  public long number(String name) throws BuildException {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      return 0;
    }
    if (value.get() instanceof Scalar scalar
        && ArgoScalars.read(scalar) instanceof Value.Int number) {
      return number.value().longValue();
    }
    throw wrong(value.get(), name, "int64");
  }

  public Map<String, String> texts(String name) throws BuildException {
    Optional<Node> value = value(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (value.isEmpty()) {
      return texts;
    }
    if (!(value.get() instanceof Mapping mapping)) {
      throw wrong(value.get(), name, "map[string]string");
    }
    for (Mapping.Entry entry : mapping.entries()) {
      texts.put(entry.name(), entry.value().isNull() ? "" : string(entry.value(), name));
    }
    return texts;
  }

  public List<String> strings(String name) throws BuildException {
    var strings = new ArrayList<String>();
    for (Node item : items(name)) {
      strings.add(item.isNull() ? "" : string(item, name));
    }
    return strings;
  }

  public <T> List<T> objects(String name, Element<T> element) throws BuildException {
    var objects = new ArrayList<T>();
    for (Node item : items(name)) {
      if (item.isNull()) {
        objects.add(element.read(new Unread(Mapping.EMPTY, strict)));
      } else if (item instanceof Mapping mapping) {
        objects.add(element.read(new Unread(mapping, strict)));
      } else {
        throw wrong(item, name, "types." + name);
      }
    }
    return objects;
  }

  public <T> Optional<T> object(String name, Element<T> element) throws BuildException {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Mapping mapping)) {
      throw wrong(value.get(), name, "types." + name);
    }
    return Optional.of(element.read(new Unread(mapping, strict)));
  }

  private List<Node> items(String name) throws BuildException {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof Sequence list)) {
      throw wrong(value.get(), name, "[]string");
    }
    return list.items();
  }

  private BuildException wrong(Node node, String name, String wanted) {
    String actual =
        switch (node) {
          case Mapping ignored -> "object";
          case Sequence ignored -> "array";
          case Scalar scalar ->
              switch (ArgoScalars.read(scalar)) {
                case Value.Bool ignored -> "bool";
                case Value.Int ignored -> "number";
                case Value.Float ignored -> "number";
                case Value.Null ignored -> "null";
                case Value.Text ignored -> "string";
              };
        };
    return new BuildException(
        trouble()
            + "cannot unmarshal %s into Go struct field %s.%s of type %s"
                .formatted(actual, type, name, wanted));
  }
}
