package dev.layerscope.render.generator.template;

import dev.layerscope.render.generator.template.GoValue.Fields;
import java.util.Map;
import java.util.TreeMap;

/** Maps laid over each other as the library mergo does it, which Argo CD and Sprig use. */
public final class Merging {
  private Merging() {}

  /** The first map, its gaps filled from the second, at every depth. */
  public static Fields fill(Fields first, Fields second) {
    return merge(first, second, false);
  }

  /** The first map, overwritten by what the second has, at every depth. */
  public static Fields override(Fields first, Fields second) {
    return merge(first, second, true);
  }

  private static Fields merge(Fields first, Fields second, boolean override) {
    var merged = new TreeMap<>(first.entries());
    second
        .entries()
        .forEach((key, theirs) -> {
          GoValue mine = merged.getOrDefault(key, GoValue.absent());
          if (mine instanceof Fields a && theirs instanceof Fields b && a.size() > 0) {
            merged.put(key, merge(a, b, override));
          } else if (!mine.truth() || override && !isEmptyListOverList(mine, theirs)) {
            merged.put(key, theirs);
          }
        });
    return first.textOnly() && second.textOnly() ? textOnly(merged) : Fields.of(merged);
  }

  /** What is empty overwrites, too, but for a list that would empty a list. */
  private static boolean isEmptyListOverList(GoValue mine, GoValue theirs) {
    return mine instanceof GoValue.Items && theirs instanceof GoValue.Items && !theirs.truth();
  }

  private static Fields textOnly(Map<String, GoValue> merged) {
    var texts = new TreeMap<String, String>();
    merged.forEach((key, value) -> texts.put(key, GoPrint.plain(value)));
    return Fields.ofTexts(texts);
  }
}
