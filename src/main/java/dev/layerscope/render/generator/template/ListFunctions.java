package dev.layerscope.render.generator.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sprig's functions on lists. */
final class ListFunctions {
  private ListFunctions() {}

  /** A function from list to value. */
  private interface OfItems {
    GoValue apply(List<GoValue> items);
  }

  static void add() {
    Functions.define("list", 0, -1, a -> new GoValue.Items(a.rest(0)));
    Functions.define("tuple", 0, -1, a -> new GoValue.Items(a.rest(0)));
    one("first", list -> list.isEmpty() ? GoValue.nil() : list.getFirst());
    one("last", list -> list.isEmpty() ? GoValue.nil() : list.getLast());
    one("rest", list -> new GoValue.Items(list.subList(Math.min(1, list.size()), list.size())));
    one("initial", list -> new GoValue.Items(list.subList(0, Math.max(list.size() - 1, 0))));
    one("reverse", list -> new GoValue.Items(list.reversed()));
    one("compact", list -> new GoValue.Items(list.stream().filter(GoValue::truth).toList()));
    one("uniq", list -> new GoValue.Items(list.stream().distinct().toList()));
    both("append", a -> with(a.items(0, "push"), a.any(1), false));
    both("push", a -> with(a.items(0, "push"), a.any(1), false));
    both("prepend", a -> with(a.items(0, "prepend"), a.any(1), true));
    several("without", ListFunctions::without);
    both(
        "has",
        a ->
            GoValue.bool(
                !a.values().get(1).isNothing() && a.items(1, "find has").contains(a.any(0))));
    several("slice", ListFunctions::slice);
    both("chunk", ListFunctions::chunk);
    Functions.define("concat", 0, -1, ListFunctions::concat);
  }

  private static void one(String name, OfItems function) {
    Functions.Body body = a -> function.apply(a.items(0, "find " + name));
    Functions.define(name, 1, body);
    Functions.define(must(name), 1, body);
  }

  private static void both(String name, Functions.Body body) {
    Functions.define(name, 2, body);
    Functions.define(must(name), 2, body);
  }

  private static void several(String name, Functions.Body body) {
    Functions.define(name, 1, -1, body);
    Functions.define(must(name), 1, -1, body);
  }

  static String must(String name) {
    return "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static GoValue with(List<GoValue> list, GoValue item, boolean first) {
    var more = new ArrayList<>(list);
    more.add(first ? 0 : list.size(), item);
    return new GoValue.Items(more);
  }

  private static GoValue without(Arguments a) throws TemplateException {
    List<GoValue> omitted = a.rest(1);
    return new GoValue.Items(
        a.items(0, "find without").stream().filter(i -> !omitted.contains(i)).toList());
  }

  private static GoValue slice(Arguments a) throws TemplateException {
    if (!(a.any(0) instanceof GoValue.Items list)) {
      throw TemplateException.refused(
          "list should be type of slice or array but " + a.any(0).kind());
    }
    int size = list.items().size();
    if (size == 0) {
      return GoValue.nil();
    }
    long from = a.count() > 1 ? NumberFunctions.whole(a.any(1)) : 0;
    long to = a.count() > 2 ? NumberFunctions.whole(a.any(2)) : size;
    if (from < 0 || to > size || from > to) {
      throw TemplateException.refused("reflect.Value.Slice: slice index out of bounds");
    }
    return new GoValue.Items(list.items().subList((int) from, (int) to));
  }

  private static GoValue chunk(Arguments a) throws TemplateException {
    List<GoValue> items = a.items(1, "chunk");
    int size = a.whole(0);
    if (size <= 0) {
      throw TemplateException.refused("runtime error: integer divide by zero");
    }
    List<GoValue> chunks = new ArrayList<>();
    for (int i = 0; i < items.size(); i += size) {
      chunks.add(new GoValue.Items(items.subList(i, Math.min(i + size, items.size()))));
    }
    return new GoValue.Items(Collections.unmodifiableList(chunks));
  }

  private static GoValue concat(Arguments a) throws TemplateException {
    var all = new ArrayList<GoValue>();
    for (int i = 0; i < a.count(); i++) {
      all.addAll(a.items(i, "concat"));
      Budget.items(all.size());
    }
    return new GoValue.Items(all);
  }
}
