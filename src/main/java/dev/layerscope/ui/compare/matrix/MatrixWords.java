package dev.layerscope.ui.compare.matrix;

import dev.layerscope.diff.expected.Rule;
import dev.layerscope.export.MatrixDocument;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.ui.common.Messages;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the matrix says, in a line. */
final class MatrixWords {
  private MatrixWords() {}

  /**
   * How many rows differ, how many are out of sight, what is hidden and what is accepted until
   * when.
   *
   * @param shown the rows in sight
   */
  static String summary(MatrixDocument whole, MatrixDocument shown, Optional<Opened> opened) {
    long differing = whole.differing();
    int hidden = whole.hidden().values().stream().mapToInt(Integer::intValue).sum();
    int unseen = whole.rows().size() - shown.rows().size();
    return Messages.text("matrix.summary", differing, whole.rows().size())
        + unknown(whole)
        + (hidden == 0 ? "" : Messages.text("matrix.byrules", hidden))
        + accepted(whole, opened)
        + (unseen == 0 ? "" : Messages.text("matrix.unseen", unseen));
  }

  private static String accepted(MatrixDocument whole, Optional<Opened> opened) {
    List<Rule> rules = opened.map(o -> o.workspace().expected()).orElse(List.of());
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    int accepted =
        rules.stream()
            .filter(rule -> rule.accepted().isPresent())
            .map(Rule::name)
            .distinct()
            .mapToInt(name -> whole.hidden().getOrDefault(name, 0))
            .sum();
    return accepted == 0
        ? ""
        : rules.stream()
            .flatMap(rule -> rule.accepted().flatMap(Rule.Accepted::until).stream())
            .filter(day -> !day.isBefore(today))
            .min(Comparator.naturalOrder())
            .map(day -> Messages.text("matrix.accepteduntil", accepted, day))
            .orElse(Messages.text("matrix.accepted", accepted));
  }

  private static String unknown(MatrixDocument whole) {
    long rows = whole.unknownRows();
    return rows > 0
        ? Messages.text("matrix.unknown", rows)
        : whole.anythingUnknown() ? Messages.text("matrix.blind") : "";
  }

  /** What stands in the place of rows when there are none. */
  static String nothing(MatrixDocument whole, boolean onlyWhatDiffers) {
    if (whole.columns().isEmpty()) {
      return Messages.text("matrix.noenvironments");
    }
    boolean equal = whole.rows().stream().noneMatch(MatrixDocument.Row::differs);
    return onlyWhatDiffers && equal && !whole.anythingUnknown()
        ? Messages.text("matrix.allequal", whole.rows().size())
        : Messages.text("matrix.nomatch");
  }
}
