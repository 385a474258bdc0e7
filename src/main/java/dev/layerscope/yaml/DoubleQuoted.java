package dev.layerscope.yaml;

import java.util.function.IntFunction;

/** A text in double quotes, escaped as YAML, JSON and Go agree to. */
public final class DoubleQuoted {
  private DoubleQuoted() {}

  /**
   * @param other what becomes of a code point on which they do not agree: itself, or its escape
   */
  public static String of(String text, IntFunction<String> other) {
    var out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(other.apply(c));
          }
        });
    return out.append('"').toString();
  }
}
