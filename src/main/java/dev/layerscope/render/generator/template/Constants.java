package dev.layerscope.render.generator.template;

import java.util.Optional;
import java.util.regex.Pattern;

/** Constants as written in a template. */
final class Constants {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern PREFIXED =
      Pattern.compile(
          "(?<sign>[-+]?)0(?:[xX](?<hex>[0-9a-fA-F]+)|[oO]?(?<oct>[0-7]+)|[bB](?<bin>[01]+))");
  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  private Constants() {}

  static Optional<GoValue> read(Token token) {
    return switch (token.kind()) {
      case STRING -> unquote(token.text()).map(GoValue::text);
      case CHARACTER ->
          unquote(token.text())
              .filter(t -> t.codePointCount(0, t.length()) == 1)
              .map(t -> GoValue.number(t.codePointAt(0)));
      case NUMBER -> number(token.text());
      default -> Optional.empty();
    };
  }

  private static Optional<GoValue> number(String written) {
    String text = written.replace("_", "");
    var prefixed = PREFIXED.matcher(text);
    try {
      if (prefixed.matches()) {
        long size =
            prefixed.group("hex") != null
                ? Long.parseLong(prefixed.group("hex"), 16)
                : prefixed.group("oct") != null
                    ? Long.parseLong(prefixed.group("oct"), 8)
                    : Long.parseLong(prefixed.group("bin"), 2);
        return Optional.of(GoValue.number(prefixed.group("sign").equals("-") ? -size : size));
      }
      if (WHOLE.matcher(text).matches()) {
        return Optional.of(GoValue.number(Long.parseLong(text)));
      }
      if (REAL.matcher(text).matches()) {
        return Optional.of(new GoValue.Real(Double.parseDouble(text)));
      }
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The meaning of a text in quotes with Go's escapes; empty when it is malformed. */
  static Optional<String> unquote(String quoted) {
    var out = new StringBuilder();
    int at = 1;
    int end = quoted.length() - 1;
    try {
      while (at < end) {
        char c = quoted.charAt(at++);
        if (c != '\\') {
          out.append(c);
          continue;
        }
        char escape = quoted.charAt(at++);
        int digits =
            switch (escape) {
              case 'x' -> 2;
              case 'u' -> 4;
              case 'U' -> 8;
              default -> 0;
            };
        if (digits > 0) {
          out.appendCodePoint(Integer.parseInt(quoted.substring(at, at + digits), 16));
          at += digits;
        } else if (escape >= '0' && escape <= '7') {
          out.appendCodePoint(Integer.parseInt(quoted.substring(at - 1, at + 2), 8));
          at += 2;
        } else {
          int meaning = "abfnrtv\\'\"".indexOf(escape);
          if (meaning < 0) {
            return Optional.empty();
          }
          out.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(meaning));
        }
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
      return Optional.empty();
    }
    return Optional.of(out.toString());
  }
}
