package dev.layerscope.ui.edit;

import java.util.Arrays;
import java.util.List;
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

  /** What commas part. */
  List<String> list(String key) {
    return Arrays.stream(of(key).split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  boolean flag(String key) {
    return of(key).equals("true");
  }
}
