package dev.layerscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of YAML in pieces that are coloured alike. A sketch of the syntax, line by line: enough
 * to read by.
 */
public final class YamlColors {
  private static final Pattern LINE =
      Pattern.compile(
          "^(?<indent>\\s*(?:-"
              + " )*)(?:(?<key>[^\\s#'\"{\\[][^#:]*|\"[^\"]*\"|'[^']*')(?<colon>:)(?=\\s|$))?(?<rest>.*)$");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?|true|false|null|~");

  private YamlColors() {}

  /**
   * A piece of a line.
   *
   * @param style {@code yaml-key}, {@code yaml-text}, {@code yaml-number}, {@code yaml-comment};
   *     empty for plain
   */
  public record Piece(String text, String style) {}

  /** The pieces of a line; together they are the line. */
  public static List<Piece> of(String line) {
    Matcher m = LINE.matcher(line);
    if (line.strip().startsWith("#")) {
      return List.of(new Piece(line, "yaml-comment"));
    }
    if (!m.matches()) {
      return List.of(new Piece(line, ""));
    }
    var pieces = new ArrayList<Piece>();
    add(pieces, m.group("indent"), "");
    if (m.group("key") != null) {
      add(pieces, m.group("key"), "yaml-key");
      add(pieces, m.group("colon"), "");
    }
    value(pieces, m.group("rest"));
    return pieces;
  }

  private static void value(List<Piece> pieces, String rest) {
    int comment = rest.indexOf(" #");
    String value = comment < 0 ? rest : rest.substring(0, comment);
    boolean number = NUMBER.matcher(value.strip()).matches();
    add(pieces, value, number ? "yaml-number" : "yaml-text");
    if (comment >= 0) {
      add(pieces, rest.substring(comment), "yaml-comment");
    }
  }

  private static void add(List<Piece> pieces, String text, String style) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, style));
    }
  }
}
