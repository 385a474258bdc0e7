package dev.layerscope.ui.edit;

import java.util.Map;
import java.util.Optional;

/** What stands in the fields of a form, by their keys. */
record FormValues(Map<String, String> values) {
  FormValues {
    values = Map.copyOf(values);
  }

  String of(String key) {
    return values.getOrDefault(key, "").strip();
  }

  Optional<String> optional(String key) {
    return Optional.of(of(key)).filter(text -> !text.isEmpty());
  }

  boolean flag(String key) {
    return of(key).equals("true");
  }
}
