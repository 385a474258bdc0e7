package dev.layerscope.edit.text;

import dev.layerscope.edit.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of a chart, which is no YAML before it is rendered. A value that stands there as it is
 * rendered can be exchanged for another (specification §13.6); nothing else is touched.
 */
public final class TemplateText {
  private TemplateText() {}

  /**
   * The template with another value on the only line that has this one.
   *
   * @param key in front of the value
   * @param old the value as it is rendered now
   */
  public static String set(String text, String key, String old, String value, String where)
      throws RefusedException {
    List<Integer> found = lines(text, key, old);
    if (found.size() != 1) {
      throw new RefusedException(
          where
              + (found.isEmpty() ? " is a template that takes " : " has more than one line with ")
              + key
              + (found.isEmpty() ? " from its values." : ": " + old + "."),
          "Change it by hand, there or in the values, so that it is rendered as\n"
              + key
              + ": "
              + value);
    }
    return setAll(text, key, old, value);
  }

  /** The template with another value on every line that has this one. */
  public static String setAll(String text, String key, String old, String value) {
    var lines = new TextLines(text);
    for (int number : lines(text, key, old)) {
      Matcher line = matcher(lines.line(number), key, old);
      if (line.matches()) {
        lines.replace(number, line.group(1) + value + line.group(2));
      }
    }
    return lines.toString();
  }

  /** Whether some line has this value as it is rendered. */
  public static boolean has(String text, String key, String value) {
    return !lines(text, key, value).isEmpty();
  }

  private static List<Integer> lines(String text, String key, String old) {
    var lines = new TextLines(text);
    var found = new ArrayList<Integer>();
    for (int i = 1; i <= lines.count(); i++) {
      if (matcher(lines.line(i), key, old).matches()) {
        found.add(i);
      }
    }
    return found;
  }

  private static Matcher matcher(String line, String key, String old) {
    return Pattern.compile(
            "(\\s*(?:- )?"
                + Pattern.quote(key)
                + ":\\s+[\"']?)"
                + Pattern.quote(old)
                + "([\"']?\\s*(?:#.*)?)")
        .matcher(line);
  }

  /** The values of all lines with a key that are written out and begin with a text. */
  public static List<String> values(String text, String key, String begin) {
    var values = new ArrayList<String>();
    Pattern line =
        Pattern.compile(
            "(?m)^\\s*(?:- )?"
                + Pattern.quote(key)
                + ":\\s+[\"']?("
                + Pattern.quote(begin)
                + "[^\\s\"'{}#]*)[\"']?\\s*(?:#.*)?$");
    Matcher found = line.matcher(text);
    while (found.find()) {
      values.add(found.group(1));
    }
    return values;
  }
}
