package dev.layerscope.export;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.TextComparison;
import dev.layerscope.yaml.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two texts of many lines, as a report for people shows them: the lines that differ, each with its
 * number, wherever in the text they are. JSON has the texts whole.
 *
 * @param differing how many lines differ; a changed one counts once
 * @param of how many lines the longer text has
 * @param lines removed ones begin with {@code -}, added ones with {@code +}
 * @param more how many of the lines that differ are not among them
 */
record ValueLines(int differing, int of, List<String> lines, int more) {
  private static final int MOST = 16;
  private static final int WIDEST = 200;

  ValueLines {
    lines = List.copyOf(lines);
  }

  /** Empty for values that are shown beside each other. */
  static Optional<ValueLines> of(FieldChange field) {
    Optional<String> from = field.from().flatMap(JsonText::unquoted);
    Optional<String> to = field.to().flatMap(JsonText::unquoted);
    boolean many =
        from.filter(ValueLines::isLong).isPresent() || to.filter(ValueLines::isLong).isPresent();
    if (from.isEmpty() || to.isEmpty() || !many) {
      return Optional.empty();
    }
    List<AlignedLine> all = TextComparison.align(from.get(), to.get());
    List<AlignedLine> differing =
        all.stream().filter(line -> line.kind() != AlignedLine.Kind.EQUAL).toList();
    return differing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ValueLines(
                differing.size(),
                all.size(),
                lines(differing.subList(0, Math.min(MOST, differing.size()))),
                Math.max(0, differing.size() - MOST)));
  }

  private static boolean isLong(String text) {
    return text.strip().contains("\n");
  }

  /** What was, then what is, for lines one below the other. */
  private static List<String> lines(List<AlignedLine> differing) {
    var lines = new ArrayList<String>();
    var after = new ArrayList<String>();
    int last = 0;
    for (AlignedLine line : differing) {
      int number = line.from().or(line::to).orElseThrow().number();
      if (number != last + 1) {
        lines.addAll(after);
        after.clear();
      }
      line.from().ifPresent(old -> lines.add(shown("-", old)));
      line.to().ifPresent(now -> after.add(shown("+", now)));
      last = number;
    }
    lines.addAll(after);
    return lines;
  }

  private static String shown(String sign, AlignedLine.Numbered line) {
    String text = line.text();
    int end =
        text.length() <= WIDEST
            ? text.length()
            : Character.isHighSurrogate(text.charAt(WIDEST - 1)) ? WIDEST - 1 : WIDEST;
    return "%s %4d  %s%s"
        .formatted(sign, line.number(), text.substring(0, end), end < text.length() ? " …" : "");
  }

  /** How many lines, as words. */
  String words() {
    return differing + " of " + of + (differing == 1 ? " lines differs" : " lines differ");
  }

  /** What is left out; empty for nothing. */
  Optional<String> rest() {
    return more == 0
        ? Optional.empty()
        : Optional.of("and " + DiffWords.count(more, "more line", "more lines"));
  }
}
