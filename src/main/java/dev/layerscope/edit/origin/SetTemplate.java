package dev.layerscope.edit.origin;

import dev.layerscope.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text of an ApplicationSet's template: literal parts and placeholders between them. What a
 * placeholder computes is not worked out here; the preview has the last word.
 */
final class SetTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{-?\\s*([^{}]*?)\\s*-?}}");
  private static final Pattern KEY =
      Pattern.compile("\\.?([A-Za-z0-9_-]+(?:\\[\\d+])?(?:\\.[A-Za-z0-9_-]+)*)");

  /** Around the placeholders, one more than there are of them. */
  private final List<String> literals = new ArrayList<>();

  private final List<String> placeholders = new ArrayList<>();

  SetTemplate(String text) {
    Matcher found = PLACEHOLDER.matcher(text);
    int end = 0;
    while (found.find()) {
      literals.add(text.substring(end, found.start()));
      placeholders.add(found.group(1));
      end = found.end();
    }
    literals.add(text.substring(end));
  }

  boolean isLiteral() {
    return placeholders.isEmpty();
  }

  /** What the first placeholder says. */
  String first() {
    return placeholders.isEmpty() ? "" : placeholders.getFirst();
  }

  /** The keys of the only placeholder, when it does nothing but look a value up. */
  Optional<List<String>> key() {
    if (placeholders.size() != 1) {
      return Optional.empty();
    }
    return key(placeholders.getFirst());
  }

  private static Optional<List<String>> key(String placeholder) {
    Matcher key = KEY.matcher(placeholder);
    return key.matches() ? Optional.of(List.of(key.group(1).split("\\."))) : Optional.empty();
  }

  /** What the only placeholder has to be for the whole to be this. */
  Optional<String> solve(String whole) {
    String before = literals.getFirst();
    String after = literals.getLast();
    boolean fits =
        placeholders.size() == 1
            && whole.length() > before.length() + after.length()
            && whole.startsWith(before)
            && whole.endsWith(after);
    return fits
        ? Optional.of(whole.substring(before.length(), whole.length() - after.length()))
        : Optional.empty();
  }

  /**
   * Whether it may have become this with these values; a placeholder of another kind may be all.
   */
  boolean fits(String rendered, Function<List<String>, Optional<String>> values) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder(literals.getFirst());
    for (int i = 0; i < placeholders.size(); i++) {
      Optional<String> known = key(placeholders.get(i)).flatMap(values);
      if (known.isPresent()) {
        part.append(known.get());
      } else {
        parts.add(part.toString());
        part = new StringBuilder();
      }
      part.append(literals.get(i + 1));
    }
    parts.add(part.toString());
    return fits(rendered, parts);
  }

  /** Whether the parts follow each other, the first at the beginning and the last at the end. */
  private static boolean fits(String rendered, List<String> parts) {
    if (parts.size() == 1) {
      return rendered.equals(parts.getFirst());
    }
    if (!rendered.startsWith(parts.getFirst())) {
      return false;
    }
    int at = parts.getFirst().length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = rendered.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return rendered.endsWith(parts.getLast()) && rendered.length() - parts.getLast().length() >= at;
  }

  /** The value below some keys, as text. */
  static Optional<String> value(Node element, List<String> keys) {
    return element.textAt(keys.toArray(String[]::new));
  }
}
