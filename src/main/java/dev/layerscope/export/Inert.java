package dev.layerscope.export;

import dev.layerscope.work.Logins;

/**
 * Text of repositories that a terminal, an editor or a browser only shows. A name may hold
 * characters that steer instead: terminal escapes, marks that turn the reading direction, ends of
 * lines that are none. They are written as {@code \}{@code uXXXX}, as JSON and YAML write them, so
 * that a person sees them and a document that is JSON still means the same. Logins within addresses
 * are taken out on the way.
 */
public final class Inert {
  private Inert() {}

  /** The same text with nothing in it that steers; tabs and ends of lines stay. */
  public static String text(String text) {
    return shown(Logins.hidden(text), true);
  }

  /** One line of text: what would begin another one, or jump ahead, is written out, too. */
  public static String line(String text) {
    return shown(Logins.hidden(text), false);
  }

  private static String shown(String text, boolean lines) {
    int first = 0;
    while (first < text.length() && !steers(text.charAt(first), lines)) {
      first++;
    }
    if (first == text.length()) {
      return text; // nearly always
    }
    var out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (steers(c, lines)) {
        out.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean steers(char c, boolean lines) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return !lines;
    }
    return Character.isISOControl(c) || turns(c) || c == '\u2028' || c == '\u2029';
  }

  /** The marks that Unicode calls Bidi_Control, and the one that is invisible at the start. */
  private static boolean turns(char c) {
    return c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\ufeff';
  }
}
