package dev.layerscope.ui.edit;

import dev.layerscope.edit.PlanConflicts;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.git.commit.PlannedCommit;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What the page of an edit says of a plan. */
final class PlanWords {
  private PlanWords() {}

  /** How much it would write, and where it meets others that wait. */
  static String ready(PlannedEdit edit, List<KeptPlan> others) {
    int branches = edit.plan().branches().size();
    int files = edit.plan().branches().stream().mapToInt(b -> b.files().size()).sum();
    String ready =
        Messages.text(
            "bind.ready",
            Messages.count("count.branches", branches),
            Messages.count("count.files", files));
    return (ready + "  " + conflicts(edit, others)).strip();
  }

  /** Where the plan meets others that wait; empty when it does not. */
  private static String conflicts(PlannedEdit edit, List<KeptPlan> others) {
    return others.stream()
        .filter(kept -> !kept.title().equals(edit.plan().title()))
        .flatMap(kept ->
            kept.plan().stream()
                .flatMap(other -> PlanConflicts.between(edit.plan(), other).stream())
                .map(place -> Messages.text("edit.conflict", kept.title(), place)))
        .collect(Collectors.joining(" "));
  }

  /** Who commits, and whether it is signed. */
  static String author(PlannedEdit edit) {
    return edit.commits().stream()
        .findFirst()
        .map(PlanWords::author)
        .orElse(Messages.text("bind.local"));
  }

  private static String author(PlannedCommit commit) {
    if (commit.author().isNobody()) {
      return Messages.text("edit.author.nobody");
    }
    return Messages.text(
        commit.isSigned() ? "edit.author.signed" : "edit.author", commit.author().name());
  }

  /** Sentences, each a line that wraps. */
  static List<Label> lines(List<String> words, String... styles) {
    return words.stream()
        .map(text -> {
          Label line = Pieces.label(text, styles);
          line.setWrapText(true);
          line.setMinHeight(Region.USE_PREF_SIZE);
          return line;
        })
        .toList();
  }
}
