package dev.layerscope.render.kustomize.print;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.KyamlScalars;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;
import java.util.regex.Pattern;

/**
 * A text as go-yaml writes it: plain where it may be, else in quotes, over several lines when it
 * has several.
 *
 * @param indent where further lines begin
 * @param column where the first line begins
 */
record GoScalar(String value, int indent, int column) {
  private static final int WIDTH = 80;

  /** What older readers take for a number: base 60, infinite, no number at all. */
  private static final Pattern ODD_NUMBER =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  /** A key is never folded, nor written over several lines. */
  static String key(String text) {
    var scalar = new GoScalar(text, 0, Integer.MIN_VALUE / 2);
    return text.contains("\n") ? scalar.doubleQuoted() : scalar.line();
  }

  String text() {
    if (value.contains("\n")) {
      return Looks.of(value).literal() ? literal() : doubleQuoted();
    }
    return line();
  }

  private String line() {
    if (value.isEmpty() || !isText()) {
      return doubleQuoted();
    }
    Looks looks = Looks.of(value);
    if (looks.plain()) {
      return folded(value, false);
    }
    return looks.single() ? "'" + folded(value, true) + "'" : doubleQuoted();
  }

  private boolean isText() {
    boolean likeANumber = value.charAt(0) <= '9';
    return ArgoScalars.read(Scalar.plain(value)) instanceof Value.Text
        && !(likeANumber && (KyamlScalars.isDate(value) || ODD_NUMBER.matcher(value).matches()));
  }

  private String literal() {
    boolean ends = value.endsWith("\n");
    boolean keeps = value.equals("\n") || value.endsWith("\n\n");
    var out = new StringBuilder("|");
    if (value.startsWith(" ") || value.startsWith("\n")) {
      out.append('2');
    }
    out.append(ends ? keeps ? "+" : "" : "-");
    String body = ends ? value.substring(0, value.length() - 1) : value;
    for (String line : body.split("\n", -1)) {
      out.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent) + line);
    }
    return out.toString();
  }

  /** A blank behind the last column becomes a line break. */
  private String folded(String text, boolean quoted) {
    if (column + text.length() < WIDTH && !(quoted && text.contains("'"))) {
      return text;
    }
    var out = new StringBuilder();
    int at = column + (quoted ? 1 : 0);
    boolean afterBlank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside = i > 0 && i < text.length() - 1 && text.charAt(i + 1) != ' ';
      if (c == ' ' && !afterBlank && at > WIDTH && inside) {
        out.append('\n').append(" ".repeat(indent));
        at = indent;
      } else {
        out.append(quoted && c == '\'' ? "''" : String.valueOf(c));
        at += Character.isLowSurrogate(c) ? 0 : quoted && c == '\'' ? 2 : 1;
      }
      afterBlank = c == ' ';
    }
    return out.toString();
  }

  private String doubleQuoted() {
    var out = new StringBuilder("\"");
    int lineStart = -column;
    boolean afterBlank = false;
    int[] points = value.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      boolean inside = i > 0 && i < points.length - 1;
      if (c == ' ' && !afterBlank && out.length() - lineStart > WIDTH && inside) {
        out.append('\n');
        lineStart = out.length();
        out.append(" ".repeat(indent));
        out.append(points[i + 1] == ' ' ? "\\" : "");
      } else if (Looks.printable(c) && c != '\n' && c != '"' && c != '\\') {
        out.appendCodePoint(c);
      } else {
        out.append(escaped(c));
      }
      afterBlank = c == ' ';
    }
    return out.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case 0 -> "\\0";
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0b -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case 0x1b -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0x85 -> "\\N";
      case 0xa0 -> "\\_";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default ->
          c <= 0xff
              ? "\\x%02X".formatted(c)
              : c <= 0xffff ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c);
    };
  }
}
