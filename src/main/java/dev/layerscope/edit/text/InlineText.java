package dev.layerscope.edit.text;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.YamlPath;
import java.util.Optional;

/** Text that stands in a file of YAML as a block scalar, such as a patch in a kustomization. */
public final class InlineText {
  private InlineText() {}

  /**
   * The file with another text there, which has as many lines as the old one: only lines that
   * differ are written. It is read again before it is believed.
   *
   * @param where the text, as a person calls it
   */
  public static String replace(String file, YamlPath scalar, String wanted, String where)
      throws RefusedException {
    String old = Yaml.at(file, scalar).flatMap(Node::asText).orElse("");
    var before = new TextLines(old);
    var after = new TextLines(wanted);
    var lines = new TextLines(file);
    int first = first(lines, before, Yaml.at(file, scalar));
    if (before.count() == after.count() && first > 0) {
      for (int i = 1; i <= before.count(); i++) {
        if (!before.line(i).equals(after.line(i))) {
          String line = lines.line(first + i - 1);
          String indent = line.substring(0, line.length() - before.line(i).length());
          lines.replace(first + i - 1, indent + after.line(i));
        }
      }
      String result = lines.toString();
      if (Yaml.at(result, scalar).flatMap(Node::asText).equals(Optional.of(wanted))) {
        return result;
      }
    }
    throw new RefusedException(
        "No safe place in " + where + ": it is written in a form that is not changed.",
        "Change it by hand to:\n" + wanted.stripTrailing());
  }

  /** The number of the line the text begins in; 0 when it does not stand there line by line. */
  private static int first(TextLines lines, TextLines text, Optional<Node> scalar) {
    int begin = scalar.map(node -> node.place().line()).orElse(0);
    for (int at = Math.max(1, begin); at <= lines.count() - text.count() + 1; at++) {
      int same = 0;
      while (same < text.count() && stands(lines.line(at + same), text.line(same + 1))) {
        same++;
      }
      if (same == text.count()) {
        return at;
      }
    }
    return 0;
  }

  private static boolean stands(String line, String text) {
    return line.endsWith(text) && line.substring(0, line.length() - text.length()).isBlank();
  }
}
