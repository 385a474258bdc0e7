package dev.layerscope.render.generator.template;

import java.util.List;

/** Sprig's functions on values of any type. */
final class ValueFunctions {
  private ValueFunctions() {}

  static void add() {
    Functions.define(
        "default", 1, -1, a -> a.count() > 1 && a.any(1).truth() ? a.any(1) : a.any(0));
    Functions.define("empty", 1, a -> GoValue.bool(!a.any(0).truth()));
    Functions.define(
        "coalesce",
        0,
        -1,
        a -> a.rest(0).stream().filter(GoValue::truth).findFirst().orElse(GoValue.nil()));
    Functions.define("all", 0, -1, a -> GoValue.bool(a.rest(0).stream().allMatch(GoValue::truth)));
    Functions.define("any", 0, -1, a -> GoValue.bool(a.rest(0).stream().anyMatch(GoValue::truth)));
    Functions.define("ternary", 3, a -> a.bool(2) ? a.any(0) : a.any(1));
    for (String name : List.of("deepCopy", "mustDeepCopy")) {
      Functions.define(name, 1, a -> copy(a.any(0)));
    }
    Functions.define("deepEqual", 2, a -> GoValue.bool(a.any(0).equals(a.any(1))));
    Functions.define("typeOf", 1, a -> GoValue.text(a.any(0).type()));
    Functions.define("kindOf", 1, a -> GoValue.text(a.any(0).kind()));
    Functions.define("typeIs", 2, a -> GoValue.bool(a.any(1).type().equals(a.text(0))));
    Functions.define("typeIsLike", 2, a -> GoValue.bool(a.any(1).type().equals(a.text(0))));
    Functions.define("kindIs", 2, a -> GoValue.bool(a.any(1).kind().equals(a.text(0))));
    Functions.define(
        "fail",
        1,
        a -> {
          throw TemplateException.refused(a.text(0));
        });
  }

  private static GoValue copy(GoValue value) {
    return switch (value) {
      case GoValue.Fields map -> {
        var copies = new java.util.TreeMap<String, GoValue>();
        map.entries().forEach((key, item) -> copies.put(key, copy(item)));
        yield GoValue.Fields.of(copies);
      }
      case GoValue.Items list ->
          new GoValue.Items(list.items().stream().map(ValueFunctions::copy).toList());
      default -> value;
    };
  }
}
