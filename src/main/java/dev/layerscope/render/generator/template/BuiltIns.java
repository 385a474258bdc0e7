package dev.layerscope.render.generator.template;

import java.util.List;

/** The functions of text/template itself. */
final class BuiltIns {
  private BuiltIns() {}

  static void add() {
    // "and" and "or" are evaluated operand by operand; these entries give them their counts.
    Functions.define("and", 1, -1, Arguments::last);
    Functions.define("or", 1, -1, Arguments::last);
    Functions.define("not", 1, a -> GoValue.bool(!a.any(0).truth()));
    Functions.define("len", 1, BuiltIns::length);
    Functions.define("index", 1, -1, BuiltIns::index);
    Functions.define("print", 0, -1, a -> GoValue.text(GoPrint.print(a.rest(0))));
    Functions.define("println", 0, -1, a -> GoValue.text(GoPrint.println(a.rest(0))));
    Functions.define("printf", 1, -1, a -> GoValue.text(Printf.format(a.text(0), a.rest(1))));
    Functions.define("html", 0, -1, a -> GoValue.text(html(GoPrint.print(a.rest(0)))));
    Functions.define("eq", 1, -1, Comparisons::equal);
    Functions.define("ne", 2, a -> GoValue.bool(!Comparisons.equal(a).truth()));
    Functions.define("lt", 2, a -> GoValue.bool(Comparisons.less(a.any(0), a.any(1))));
    Functions.define(
        "le",
        2,
        a ->
            GoValue.bool(
                Comparisons.less(a.any(0), a.any(1)) || Comparisons.same(a.any(0), a.any(1))));
    Functions.define(
        "gt",
        2,
        a ->
            GoValue.bool(
                !Comparisons.less(a.any(0), a.any(1)) && !Comparisons.same(a.any(0), a.any(1))));
    Functions.define("ge", 2, a -> GoValue.bool(!Comparisons.less(a.any(0), a.any(1))));
  }

  private static GoValue length(Arguments a) throws TemplateException {
    return switch (a.any(0)) {
      case GoValue.Text text ->
          GoValue.number(text.value().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
      case GoValue.Items list -> GoValue.number(list.items().size());
      case GoValue.Fields map -> GoValue.number(map.size());
      default ->
          throw TemplateException.refused(
              a.any(0).isNothing() ? "len of nil pointer" : "len of type " + a.any(0).type());
    };
  }

  private static GoValue index(Arguments a) throws TemplateException {
    GoValue item = a.any(0);
    if (item.isNothing()) {
      throw TemplateException.refused("index of untyped nil");
    }
    for (GoValue key : a.rest(1)) {
      item = at(item, key);
    }
    return item;
  }

  private static GoValue at(GoValue item, GoValue key) throws TemplateException {
    return switch (item) {
      case GoValue.Fields map -> {
        if (!(key instanceof GoValue.Text name)) {
          throw TemplateException.refused(
              key.isNothing()
                  ? "value is nil; should be of type string"
                  : "value has type " + key.type() + "; should be string");
        }
        GoValue none = map.textOnly() ? GoValue.text("") : GoValue.nil();
        yield map.get(name.value()).orElse(none);
      }
      case GoValue.Items list -> list.items().get(position(key, list.items()));
      case GoValue.Text text -> {
        byte[] bytes = text.value().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        yield GoValue.number(bytes[position(key, bytes.length)] & 0xff);
      }
      default ->
          throw TemplateException.refused(
              item.isNothing()
                  ? "index of nil pointer"
                  : "can't index item of type " + item.type());
    };
  }

  private static int position(GoValue key, List<GoValue> items) throws TemplateException {
    return position(key, items.size());
  }

  private static int position(GoValue key, int size) throws TemplateException {
    if (!(key instanceof GoValue.Int number)) {
      throw TemplateException.refused(
          key.isNothing()
              ? "cannot index slice/array with nil"
              : "cannot index slice/array with type " + key.type());
    }
    if (number.value() < 0 || number.value() >= size) {
      throw TemplateException.refused("index out of range: " + number.value());
    }
    return (int) number.value();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
