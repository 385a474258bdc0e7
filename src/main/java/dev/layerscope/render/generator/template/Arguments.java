package dev.layerscope.render.generator.template;

import java.util.List;

/** What a function is called with, in the types Go would take. */
record Arguments(List<GoValue> values) {
  int count() {
    return values.size();
  }

  /** A value of any type. */
  GoValue any(int index) {
    GoValue value = values.get(index);
    return value instanceof GoValue.Absent ? GoValue.nil() : value;
  }

  /** Everything from an index on. */
  List<GoValue> rest(int index) {
    return values.subList(Math.min(index, values.size()), values.size()).stream()
        .map(value -> value instanceof GoValue.Absent ? GoValue.nil() : value)
        .toList();
  }

  GoValue last() {
    return any(values.size() - 1);
  }

  /** A parameter of type {@code string}. */
  String text(int index) throws TemplateException {
    if (values.get(index) instanceof GoValue.Text text) {
      return text.value();
    }
    throw wrongType(index, "string");
  }

  /** A parameter of type {@code int}. */
  int whole(int index) throws TemplateException {
    if (values.get(index) instanceof GoValue.Int number && !number.wide()) {
      return (int) number.value();
    }
    throw wrongType(index, "int");
  }

  /** A parameter of type {@code bool}. */
  boolean bool(int index) throws TemplateException {
    if (values.get(index) instanceof GoValue.Bool bool) {
      return bool.value();
    }
    throw wrongType(index, "bool");
  }

  /** A parameter of type {@code map[string]interface {}}. */
  GoValue.Fields fields(int index) throws TemplateException {
    GoValue value = values.get(index);
    if (value instanceof GoValue.Fields map && !map.textOnly()) {
      return map;
    }
    if (value.isNothing()) {
      return GoValue.Fields.of(java.util.Map.of());
    }
    throw wrongType(index, "map[string]interface {}");
  }

  /** A list of any type, for functions that look at what they get. */
  List<GoValue> items(int index, String function) throws TemplateException {
    return switch (values.get(index)) {
      case GoValue.Items list -> list.items();
      default ->
          throw TemplateException.refused(
              "Cannot " + function + " on type " + values.get(index).kind());
    };
  }

  private TemplateException wrongType(int index, String expected) {
    GoValue value = values.get(index);
    return TemplateException.operand(
        value.isNothing()
            ? "invalid value; expected " + expected
            : "wrong type for value; expected " + expected + "; got " + value.type());
  }
}
