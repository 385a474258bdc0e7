package dev.layerscope.render.generator.template;

import dev.layerscope.render.generator.template.GoValue.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sprig's functions on maps. */
final class MapFunctions {
  private MapFunctions() {}

  static void add() {
    Functions.define("dict", 0, -1, MapFunctions::dict);
    Functions.define("get", 2, a -> a.fields(0).get(a.text(1)).orElse(GoValue.text("")));
    Functions.define("hasKey", 2, a -> GoValue.bool(a.fields(0).get(a.text(1)).isPresent()));
    Functions.define("set", 3, MapFunctions::set);
    Functions.define("unset", 2, MapFunctions::unset);
    Functions.define("pluck", 1, -1, MapFunctions::pluck);
    Functions.define("keys", 0, -1, MapFunctions::keys);
    Functions.define("values", 1, a -> new GoValue.Items(List.copyOf(a.fields(0).values())));
    Functions.define("pick", 1, -1, a -> filtered(a, true));
    Functions.define("omit", 1, -1, a -> filtered(a, false));
    for (String prefix : List.of("merge", "mustMerge")) {
      Functions.define(prefix, 1, -1, a -> merged(a, false));
      Functions.define(prefix + "Overwrite", 1, -1, a -> merged(a, true));
    }
    Functions.define("dig", 3, -1, MapFunctions::dig);
  }

  private static GoValue dict(Arguments a) {
    var map = new TreeMap<String, GoValue>();
    for (int i = 0; i < a.count(); i += 2) {
      map.put(GoPrint.plain(a.any(i)), i + 1 < a.count() ? a.any(i + 1) : GoValue.text(""));
    }
    return Fields.of(map);
  }

  private static GoValue set(Arguments a) throws TemplateException {
    a.fields(0).put(a.text(1), a.any(2));
    return a.any(0);
  }

  private static GoValue unset(Arguments a) throws TemplateException {
    a.fields(0).remove(a.text(1));
    return a.any(0);
  }

  private static GoValue pluck(Arguments a) throws TemplateException {
    var found = new ArrayList<GoValue>();
    for (int i = 1; i < a.count(); i++) {
      a.fields(i).get(a.text(0)).ifPresent(found::add);
    }
    return new GoValue.Items(found);
  }

  private static GoValue keys(Arguments a) throws TemplateException {
    var keys = new ArrayList<String>();
    for (int i = 0; i < a.count(); i++) {
      keys.addAll(a.fields(i).keys());
    }
    return GoValue.texts(keys);
  }

  private static GoValue filtered(Arguments a, boolean keep) throws TemplateException {
    var map = new TreeMap<String, GoValue>(a.fields(0).entries());
    var named = new ArrayList<String>();
    for (int i = 1; i < a.count(); i++) {
      named.add(a.text(i));
    }
    map.keySet().removeIf(key -> named.contains(key) != keep);
    return Fields.of(map);
  }

  /** As in Go, the first map itself is changed. */
  private static GoValue merged(Arguments a, boolean override) throws TemplateException {
    Fields target = a.fields(0);
    for (int i = 1; i < a.count(); i++) {
      Fields merged =
          override ? Merging.override(target, a.fields(i)) : Merging.fill(target, a.fields(i));
      for (Map.Entry<String, GoValue> entry : merged.entries().entrySet()) {
        target.put(entry.getKey(), entry.getValue());
      }
    }
    return target;
  }

  private static GoValue dig(Arguments a) throws TemplateException {
    GoValue value = a.last();
    GoValue otherwise = a.any(a.count() - 2);
    for (int i = 0; i < a.count() - 2; i++) {
      if (!(value instanceof Fields map)) {
        throw TemplateException.refused(
            "interface conversion: interface {} is "
                + value.type()
                + ", not map[string]interface {}");
      }
      var next = map.get(a.text(i));
      if (next.isEmpty()) {
        return otherwise;
      }
      value = next.get();
    }
    return value;
  }
}
