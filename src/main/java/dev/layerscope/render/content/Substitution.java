package dev.layerscope.render.content;

import java.util.function.UnaryOperator;

/** Variables in a text, as Go's {@code os.Expand} sees them (specification §5.5). */
public final class Substitution {
  private Substitution() {}

  /**
   * The text with {@code $NAME} and <code>${NAME}</code> replaced; {@code $$} is a dollar.
   *
   * @param variables the value of a name; empty for an unknown one
   */
  public static String expand(String text, UnaryOperator<String> variables) {
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '$' || at + 1 >= text.length()) {
        out.append(c);
        at++;
        continue;
      }
      int start = at + 1;
      int end = start;
      boolean braces = text.charAt(start) == '{';
      if (braces) {
        end = text.indexOf('}', start);
        if (end < 0) {
          // Go swallows an opening that is never closed.
          at += 2;
          continue;
        }
        out.append(value(text.substring(start + 1, end), variables));
        at = end + 1;
        continue;
      }
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
      if (end == start) {
        boolean dollar = text.charAt(start) == '$';
        out.append('$');
        at = dollar ? start + 1 : start;
        continue;
      }
      out.append(value(text.substring(start, end), variables));
      at = end;
    }
    return out.toString();
  }

  private static String value(String name, UnaryOperator<String> variables) {
    return name.equals("$") ? "$" : variables.apply(name);
  }
}
