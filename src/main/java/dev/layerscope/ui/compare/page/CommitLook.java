package dev.layerscope.ui.compare.page;

import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.compare.text.CompareRow;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * How what only one side has behind it looks in the tree.
 *
 * @param tip said when somebody points at it; empty for nothing
 * @param said to whoever hears the window
 */
record CommitLook(HBox row, String tip, String said) {
  /** A repository, with how many commits only one side has. */
  static CommitLook of(CompareRow.OfHistory history) {
    CommitsApart apart = history.repository().commits();
    String name = history.repository().url().shortName();
    HBox row =
        Pieces.row(
            6,
            Pieces.icon("mdi2s-source-repository", 14),
            Pieces.label(name, "muted"),
            Pieces.spring());
    CompareCell.count(row, "+", apart.onlyTo().count(), "diff-added");
    CompareCell.count(row, "−", apart.onlyFrom().count(), "diff-removed");
    String tip = "";
    if (apart.uncertain()) {
      row.getChildren().add(Pieces.icon("fth-scissors", 13, "warning"));
      tip = Messages.text("commits.shallow");
    }
    if (!apart.related()) {
      row.getChildren().add(Pieces.icon("mdi2l-link-off", 13, "error"));
      tip = Messages.text("compare.noancestor", name);
    }
    return new CommitLook(
        row,
        tip,
        Messages.text("compare.history", name, apart.onlyTo().count(), apart.onlyFrom().count())
            + (tip.isEmpty() ? "" : ", " + tip));
  }

  /** Commits that the other side has as the same patch. */
  static CommitLook of(CompareRow.OfSamePatches same) {
    String words = Messages.count("count.samepatches", same.count());
    return new CommitLook(
        Pieces.row(
            6,
            Pieces.label(same.incoming() ? "+" : "−", "subtle"),
            Pieces.label(words, "subtle", "small")),
        Messages.text("compare.samepatchtip"),
        words);
  }

  /** One that the other side has as the same patch is there, and folded: small and pale. */
  static CommitLook of(CompareRow.OfCommit row) {
    boolean same = row.told().equivalent().isPresent();
    String words = row.told().commit().subject();
    Label subject = Pieces.label(words, same ? "subtle" : "small");
    subject.setMinWidth(20);
    Label id =
        Pieces.label(
            same ? Messages.text("compare.samepatch") : row.told().commit().id().substring(0, 7),
            "code",
            "subtle");
    id.setMinWidth(Region.USE_PREF_SIZE);
    return new CommitLook(
        Pieces.row(
            6,
            Pieces.label(
                row.incoming() ? "+" : "−", row.incoming() ? "diff-added" : "diff-removed"),
            subject,
            Pieces.spring(),
            id),
        words,
        words);
  }
}
