package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import dev.layerscope.operation.side.Question;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.CompareSigns;
import java.util.List;
import java.util.stream.Collectors;

/** What a comparison found, in a line. */
public final class CompareWords {
  private CompareWords() {}

  /**
   * How much differs, and how far apart the sides are; what could not be looked at is said before
   * anything is called equal.
   */
  public static String summary(Comparison comparison, String from, String to) {
    long differences = comparison.differences() - comparison.unknownNodes();
    long files = comparison.repositories().stream().mapToLong(r -> r.files().size()).sum();
    int all = comparison.applications().size();
    boolean tips = comparison.question().since() == Question.Since.TIPS;
    String words;
    if (differences == 0 && files == 0 && !comparison.anythingUnknown()) {
      words = Messages.text("compare.equal", to, from, all);
    } else if (tips) {
      words = Messages.text("compare.tipswords", differences, all, files);
    } else {
      words = Messages.text("compare.divergedwords", to, from, differences, all, files);
    }
    return words + unknown(comparison) + apart(comparison, from);
  }

  private static String apart(Comparison comparison, String from) {
    List<CommitsApart> apart =
        comparison.repositories().stream()
            .map(ComparedRepository::commits)
            .filter(c -> c.onlyFrom().count() + c.onlyTo().count() > 0)
            .toList();
    if (apart.isEmpty()) {
      return "";
    }
    int behind = apart.stream().mapToInt(c -> c.onlyTo().count()).sum();
    int ahead = apart.stream().mapToInt(c -> c.onlyFrom().count()).sum();
    boolean uncertain = apart.stream().anyMatch(CommitsApart::uncertain);
    return " "
        + Messages.text("compare.behind", from, behind, ahead, apart.size())
        + (uncertain ? " " + Messages.text("commits.shallow") : "");
  }

  private static String unknown(Comparison comparison) {
    String unrelated =
        comparison.repositories().stream()
            .filter(r -> !r.commits().related())
            .map(r -> r.url().shortName())
            .collect(Collectors.joining(", "));
    return (unrelated.isEmpty() ? "" : " " + Messages.text("compare.noancestor", unrelated))
        + (comparison.unknownNodes() > 0
            ? " " + Messages.count("count.unknownnodes", comparison.unknownNodes())
            : comparison.anythingUnknown() ? " " + Messages.text("compare.unknown") : "");
  }

  /** What a commit does to one node of the hierarchy. */
  static String effect(CommitsApart.Effect effect) {
    String node = CompareSigns.sign(effect.change()) + " " + effect.kind() + " " + effect.name();
    return effect
        .retargeted()
        .map(field ->
            Messages.text(
                "compare.effectretarget", node, field.from().orElse("–"), field.to().orElse("–")))
        .orElse(
            effect.fields().isEmpty()
                ? node
                : node + ": " + Messages.count("count.fields", effect.fields().size()));
  }
}
