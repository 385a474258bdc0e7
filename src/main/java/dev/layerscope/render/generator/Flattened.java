package dev.layerscope.render.generator;

import dev.layerscope.render.generator.template.GoPrint;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nested parameters as flat ones: keys joined by dots, items of lists by their number. */
final class Flattened {
  private Flattened() {}

  /** Each leaf as Go prints it; empty maps and lists vanish. */
  static Map<String, String> of(Fields parameters) {
    var flat = new TreeMap<String, String>();
    parameters.entries().forEach((key, value) -> add(key, value, flat));
    return flat;
  }

  private static void add(String key, GoValue value, Map<String, String> flat) {
    switch (value) {
      case Fields map -> map.entries().forEach((name, item) -> add(key + "." + name, item, flat));
      case GoValue.Items list -> {
        List<GoValue> items = list.items();
        for (int i = 0; i < items.size(); i++) {
          add(key + "." + i, items.get(i), flat);
        }
      }
      default -> flat.put(key, GoPrint.plain(value));
    }
  }
}
