package dev.layerscope.ui.common;

import dev.layerscope.diff.text.AlignedLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written in the rows of a text comparison. */
public final class RowWords {
  private RowWords() {}

  /**
   * Whether a row has words in any of its texts, folded lines included.
   *
   * @param lower in small letters
   */
  public static boolean has(DiffRow row, String lower) {
    return words(row).toLowerCase(Locale.ROOT).contains(lower);
  }

  static String words(DiffRow row) {
    return switch (row) {
      case DiffRow.Head head -> head.path() + " " + head.note();
      case DiffRow.Fold fold ->
          fold.lines().stream()
              .flatMap(line -> line.to().or(line::from).stream())
              .map(AlignedLine.Numbered::text)
              .collect(Collectors.joining("\n"));
      case DiffRow.Hidden hidden ->
          hidden.words()
              + "\n"
              + hidden.rows().stream().map(RowWords::words).collect(Collectors.joining("\n"));
      case DiffRow.Pair(AlignedLine line, var ignored, var beside) ->
          line.from().map(AlignedLine.Numbered::text).orElse("")
              + "\n"
              + line.to().map(AlignedLine.Numbered::text).orElse("");
    };
  }

  /** Where words begin in a line, in columns; -1 where they are in none. */
  static int column(DiffRow row, String lower) {
    return row instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside)
        ? Stream.of(line.to(), line.from())
            .flatMap(Optional::stream)
            .mapToInt(side -> side.text().toLowerCase(Locale.ROOT).indexOf(lower))
            .filter(at -> at >= 0)
            .findFirst()
            .orElse(-1)
        : -1;
  }

  /** What a row says when it is copied: as the incoming side has it where it has it. */
  static String copied(DiffRow row) {
    return row instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside)
        ? line.to().or(line::from).map(AlignedLine.Numbered::text).orElse("")
        : words(row);
  }

  /** How many columns the longest line has. */
  static int longest(List<DiffRow> rows) {
    return rows.stream().mapToInt(RowWords::length).max().orElse(0);
  }

  private static int length(DiffRow row) {
    return row instanceof DiffRow.Pair(AlignedLine line, var ignored, var beside)
        ? Math.max(
            line.from().map(n -> n.text().length()).orElse(0),
            line.to().map(n -> n.text().length()).orElse(0))
        : 0;
  }
}
