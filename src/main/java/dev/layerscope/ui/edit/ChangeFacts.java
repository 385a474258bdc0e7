package dev.layerscope.ui.edit;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.edit.FileChange;
import dev.layerscope.operation.changeset.ChangeDetails;
import dev.layerscope.operation.changeset.ReviewLink;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** One change set as the page shows it: how far it got, its branches, its files. */
final class ChangeFacts {
  private ChangeFacts() {}

  /** The lines about a change set, and what can be done with it. */
  static List<Node> of(ChangeDetails change, Runnable undo, Runnable topic, Runnable export) {
    var nodes = new ArrayList<Node>();
    nodes.add(Pieces.label(change.set().title(), "heading"));
    nodes.add(
        Pieces.row(
            8,
            Pieces.label(state(change), "chip"),
            Pieces.label(change.set().id(), "caption", "muted")));
    boolean stands =
        change.state() == ChangeDetails.State.COMMITTED
            || change.state() == ChangeDetails.State.PUSHED;
    boolean here = change.state() == ChangeDetails.State.COMMITTED;
    nodes.add(
        Pieces.row(
            8,
            button("changes.undo", "undoSet", stands, undo),
            button("changes.topic", "topic", here, topic),
            button("changes.export", "export", true, export)));
    change
        .set()
        .part()
        .ifPresent(part ->
            nodes.add(
                Pieces.label(
                    Messages.text("changes.step", part.number(), part.of(), part.release()),
                    "caption",
                    "muted")));
    change.branches().forEach(branch -> nodes.add(branch(branch, stands)));
    return nodes;
  }

  /**
   * @param stands whether the commits are still there to be sent or fetched
   */
  private static Node branch(ChangeDetails.BranchFiles branch, boolean stands) {
    var row =
        Pieces.row(
            8,
            Pieces.label(branch.repository().shortName() + ".git", "strong"),
            Pieces.label("⎇ " + branch.branch(), "chip"),
            Pieces.label(branch.commit().map(id -> id.substring(0, 7)).orElse(""), "caption"));
    if (branch.diverged()) {
      row.getChildren().add(Pieces.label(Messages.text("changes.diverged"), "chip", "warning"));
    }
    if (!stands) {
      return row;
    }
    row.getChildren().add(Pieces.spring());
    branch
        .pushCommand()
        .ifPresent(
            c -> row.getChildren().add(Pieces.copyLink(Messages.text("changes.copy.push"), c)));
    branch
        .fetchCommand()
        .ifPresent(
            c -> row.getChildren().add(Pieces.copyLink(Messages.text("changes.copy.fetch"), c)));
    ReviewLink.of(branch.repository(), branch.branch(), "layerscope/" + branch.branch())
        .ifPresent(
            l -> row.getChildren().add(Pieces.copyLink(Messages.text("changes.copy.review"), l)));
    return row;
  }

  /** The files of a change set, one below the other. */
  static List<DiffRow> texts(ChangeDetails change) {
    var rows = new ArrayList<DiffRow>();
    for (ChangeDetails.BranchFiles branch : change.branches()) {
      for (FileChange file : branch.files()) {
        List<DiffRow> lines = DiffRow.of(file.before().orElse(""), file.after().orElse(""));
        rows.add(
            new DiffRow.Head(
                file.path().value(),
                branch.repository().shortName() + " " + branch.branch(),
                DiffRow.count(lines, AlignedLine.Kind.ADDED),
                DiffRow.count(lines, AlignedLine.Kind.REMOVED)));
        rows.addAll(lines);
      }
    }
    return rows;
  }

  private static Button button(String key, String id, boolean enabled, Runnable action) {
    var button = new Button(Messages.text(key));
    button.setId(id);
    button.setDisable(!enabled);
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    button.setOnAction(ignored -> action.run());
    return button;
  }

  /** How far it got, in one word. */
  static String state(ChangeDetails change) {
    return Messages.text("changes.state." + change.state().name().toLowerCase(Locale.ROOT));
  }
}
