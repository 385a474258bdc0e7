package dev.layerscope.workspace;

import dev.layerscope.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a list's entries, each with the comments above it. */
final class EntryLines {
  private EntryLines() {}

  /**
   * The text with two neighbours exchanged, line by line; empty where they share a line or the list
   * is not written in blocks.
   */
  static Optional<String> swap(String text, List<Node> items, int first) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    int a = start(lines, items.get(first));
    int b = start(lines, items.get(first + 1));
    int end =
        first + 2 < items.size()
            ? start(lines, items.get(first + 2))
            : end(lines, lineOf(items.get(first + 1)));
    boolean blocks = a < b && b < end && end <= lines.size() && dash(lines, items.get(first));
    if (!blocks || !lines.get(end - 1).endsWith("\n")) {
      return Optional.empty();
    }
    var after = new ArrayList<>(lines.subList(0, a));
    after.addAll(lines.subList(b, end));
    after.addAll(lines.subList(a, b));
    after.addAll(lines.subList(end, lines.size()));
    return Optional.of(String.join("", after));
  }

  private static int lineOf(Node item) {
    return item.place().line() - 1;
  }

  private static boolean dash(List<String> lines, Node item) {
    return lines.get(lineOf(item)).strip().startsWith("-");
  }

  /** Comments directly above belong to an entry. */
  private static int start(List<String> lines, Node item) {
    int at = lineOf(item);
    while (at > 0 && lines.get(at - 1).strip().startsWith("#")) {
      at--;
    }
    return at;
  }

  /** The entry goes on as long as lines stand further in than its dash. */
  private static int end(List<String> lines, int first) {
    int indent = indent(lines.get(first));
    int at = first + 1;
    while (at < lines.size() && !lines.get(at).isBlank() && indent(lines.get(at)) > indent) {
      at++;
    }
    return at;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
