package dev.layerscope.conformance;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Manifests as maps, lists, texts and numbers, read by a YAML library from what is printed. */
final class PlainValues {
  private PlainValues() {}

  static Object of(Manifest manifest) {
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return new Yaml(options).load(YamlPrinter.print(manifest.root()));
  }

  /** The same with lists in no order, without what is empty and without what a server writes. */
  static Object loose(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var kept = new TreeMap<String, Object>();
        map.forEach((key, item) -> {
          Object loose = item == null ? "" : loose(item);
          if (!isEmpty(loose)) {
            kept.put(String.valueOf(key), loose);
          }
        });
        yield kept;
      }
      case List<?> list -> {
        var items = new ArrayList<String>();
        list.forEach(item -> items.add(String.valueOf(item == null ? "" : loose(item))));
        yield items.stream().sorted().toList();
      }
      default -> value;
    };
  }

  private static boolean isEmpty(Object value) {
    return value instanceof Map<?, ?> map && map.isEmpty()
        || value instanceof List<?> list && list.isEmpty()
        || "".equals(value);
  }
}
