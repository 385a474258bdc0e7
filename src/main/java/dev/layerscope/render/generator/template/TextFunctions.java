package dev.layerscope.render.generator.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sprig's functions on texts, and Argo CD's names for resources. */
final class TextFunctions {
  private TextFunctions() {}

  /** A function from text to text. */
  private interface OfText {
    String apply(String text) throws TemplateException;
  }

  /** A function from two texts to one. */
  private interface OfTwo {
    String apply(String a, String b) throws TemplateException;
  }

  static void add() {
    one("upper", text -> text.toUpperCase(Locale.ROOT));
    one("lower", text -> text.toLowerCase(Locale.ROOT));
    one("trim", String::strip);
    one("title", TextFunctions::title);
    one(
        "untitle",
        text ->
            text.isEmpty()
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1));
    one("nospace", text -> text.replaceAll("\\s", ""));
    one("normalize", ResourceNames::normalize);
    two("trimAll", (cut, text) -> ResourceNames.stripEnds(text, cut));
    two("trimall", (cut, text) -> ResourceNames.stripEnds(text, cut));
    two(
        "trimSuffix",
        (end, text) -> text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text);
    two(
        "trimPrefix",
        (start, text) -> text.startsWith(start) ? text.substring(start.length()) : text);
    Functions.define("contains", 2, a -> GoValue.bool(a.text(1).contains(a.text(0))));
    Functions.define("hasPrefix", 2, a -> GoValue.bool(a.text(1).startsWith(a.text(0))));
    Functions.define("hasSuffix", 2, a -> GoValue.bool(a.text(1).endsWith(a.text(0))));
    Functions.define("replace", 3, a -> GoValue.text(replace(a.text(2), a.text(0), a.text(1))));
    Functions.define("repeat", 2, a -> GoValue.text(repeat(a.whole(0), a.text(1))));
    Functions.define("trunc", 2, a -> GoValue.text(truncate(a.whole(0), a.text(1))));
    Functions.define("abbrev", 2, a -> GoValue.text(abbreviate(a.whole(0), a.text(1))));
    Functions.define("substr", 3, a -> GoValue.text(substring(a.whole(0), a.whole(1), a.text(2))));
    Functions.define("indent", 2, a -> GoValue.text(indent(a.whole(0), a.text(1))));
    Functions.define("nindent", 2, a -> GoValue.text("\n" + indent(a.whole(0), a.text(1))));
    Functions.define("plural", 3, a -> a.whole(2) == 1 ? a.any(0) : a.any(1));
    Functions.define("cat", 0, -1, a -> GoValue.text(cat(a.rest(0))));
    Functions.define("quote", 0, -1, a -> GoValue.text(each(a, GoPrint::quote)));
    Functions.define("squote", 0, -1, a -> GoValue.text(each(a, text -> "'" + text + "'")));
    Functions.define("toString", 1, a -> GoValue.text(GoPrint.plain(a.any(0))));
    Functions.define("toStrings", 1, a -> GoValue.texts(texts(a.any(0))));
    Functions.define("join", 2, a -> GoValue.text(String.join(a.text(0), texts(a.any(1)))));
    Functions.define("sortAlpha", 1, a -> GoValue.texts(sorted(texts(a.any(0)))));
    Functions.define("splitList", 2, a -> GoValue.texts(split(a.text(1), a.text(0), -1)));
    Functions.define("split", 2, a -> numbered(split(a.text(1), a.text(0), -1)));
    Functions.define("splitn", 3, a -> numbered(split(a.text(2), a.text(0), a.whole(1))));
    Functions.define("slugify", 1, 3, ResourceNames::slugify);
  }

  private static void one(String name, OfText function) {
    Functions.define(name, 1, a -> GoValue.text(function.apply(a.text(0))));
  }

  private static void two(String name, OfTwo function) {
    Functions.define(name, 2, a -> GoValue.text(function.apply(a.text(0), a.text(1))));
  }

  /** Sprig's {@code strslice}: what is no list becomes a list of one. */
  static List<String> texts(GoValue value) {
    return switch (value) {
      case GoValue.Items list ->
          list.items().stream().filter(i -> !i.isNothing()).map(GoPrint::plain).toList();
      case GoValue.Absent ignored -> List.of();
      case GoValue.Nil ignored -> List.of();
      default -> List.of(GoPrint.plain(value));
    };
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted(Comparisons::compare).toList();
  }

  private static String each(Arguments a, java.util.function.UnaryOperator<String> how) {
    return a.rest(0).stream()
        .filter(v -> !v.isNothing())
        .map(v -> how.apply(GoPrint.plain(v)))
        .collect(Collectors.joining(" "));
  }

  private static String cat(List<GoValue> values) {
    return values.stream()
        .filter(v -> !v.isNothing())
        .map(GoPrint::plain)
        .collect(Collectors.joining(" "));
  }

  private static String title(String text) {
    var out = new StringBuilder();
    int before = ' ';
    for (int c : text.codePoints().toArray()) {
      boolean inWord = Character.isLetterOrDigit(before) || before == '_' || before == '\'';
      out.appendCodePoint(inWord ? c : Character.toTitleCase(c));
      before = c;
    }
    return out.toString();
  }

  private static String replace(String text, String old, String with) throws TemplateException {
    long most = (long) text.length() + (long) (text.length() + 1) * with.length();
    Budget.text(old.isEmpty() || text.contains(old) && with.length() > 1000 ? most : 0);
    return text.replace(old, with);
  }

  private static String repeat(int count, String text) throws TemplateException {
    if (count < 0) {
      throw TemplateException.refused("strings: negative Repeat count");
    }
    Budget.text((long) count * text.length());
    return text.repeat(count);
  }

  private static String indent(int blanks, String text) throws TemplateException {
    if (blanks < 0) {
      throw TemplateException.refused("strings: negative Repeat count");
    }
    long lines = 1 + text.chars().filter(c -> c == '\n').count();
    Budget.text(lines * blanks + text.length());
    String pad = " ".repeat(blanks);
    return pad + text.replace("\n", "\n" + pad);
  }

  private static String truncate(int count, String text) throws TemplateException {
    byte[] bytes = bytes(text);
    if (count < 0 && bytes.length + count > 0) {
      return new String(bytes, bytes.length + count, -count, StandardCharsets.UTF_8);
    }
    return count >= 0 && bytes.length > count
        ? new String(bytes, 0, count, StandardCharsets.UTF_8)
        : text;
  }

  private static String abbreviate(int width, String text) {
    byte[] bytes = bytes(text);
    return width < 4 || bytes.length <= width
        ? text
        : new String(bytes, 0, width - 3, StandardCharsets.UTF_8) + "...";
  }

  private static String substring(int start, int end, String text) throws TemplateException {
    byte[] bytes = bytes(text);
    int from = Math.max(start, 0);
    int to = start >= 0 && (end < 0 || end > bytes.length) ? bytes.length : end;
    if (from > to || to > bytes.length) {
      throw TemplateException.refused("runtime error: slice bounds out of range");
    }
    return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> split(String text, String separator, int limit) {
    if (separator.isEmpty()) {
      return text.codePoints().mapToObj(Character::toString).toList();
    }
    if (limit == 0) {
      return List.of();
    }
    return new ArrayList<>(Arrays.asList(text.split(Pattern.quote(separator), limit)));
  }

  private static GoValue numbered(List<String> parts) {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < parts.size(); i++) {
      map.put("_" + i, parts.get(i));
    }
    return GoValue.Fields.ofTexts(map);
  }
}
