package dev.layerscope.ui.edit;

import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Step;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The files of a plan: a list by repository and branch, and their texts before and after. */
final class PlanFiles {
  private final Pane list;
  private final DiffList unified = new DiffList(true);
  private final DiffList beside = new DiffList(false);
  private boolean sideBySide;
  private List<DiffRow> rows = List.of();
  private int chosen = 0;

  PlanFiles(Pane list, StackPane texts) {
    this.list = list;
    texts.getChildren().addAll(unified, beside);
    unified.setAccessibleText(Messages.text("plan.texts"));
    beside.setAccessibleText(Messages.text("plan.texts"));
  }

  /** Shows a plan's files and says how many there are. */
  int show(PlannedEdit edit) {
    list.getChildren().clear();
    var fresh = new ArrayList<DiffRow>();
    int count = 0;
    for (BranchChange branch : edit.plan().branches()) {
      stepOf(edit, branch).ifPresent(list.getChildren()::add);
      list.getChildren().addAll(head(branch), note(counts(branch), "muted"));
      for (FileChange file : branch.files()) {
        list.getChildren().add(row(file, fresh));
        count++;
      }
    }
    rows = fresh;
    list.getChildren().addFirst(views());
    apply(edit);
    edit.plan().notes().forEach(text -> list.getChildren().add(note(text, "muted")));
    edit.plan().warnings().forEach(text -> list.getChildren().add(note(text, "warning")));
    view(sideBySide);
    return count;
  }

  /** Below each other at first: lines stay whole. */
  private Node views() {
    return new Segments(
        List.of(Messages.text("plan.unified"), Messages.text("plan.beside")),
        sideBySide ? 1 : 0,
        at -> view(at == 1));
  }

  private void view(boolean besideEachOther) {
    sideBySide = besideEachOther;
    unified.setVisible(!besideEachOther);
    beside.setVisible(besideEachOther);
    (besideEachOther ? beside : unified).show(rows);
  }

  private static HBox head(BranchChange branch) {
    Label name = Pieces.label(branch.repository().shortName() + ".git", "strong");
    name.setMinWidth(0);
    Label chip = Pieces.label("⎇ " + branch.branch(), "chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return Pieces.row(8, name, Pieces.spring(), chip);
  }

  private static String counts(BranchChange branch) {
    var words = new ArrayList<String>();
    for (FileChange.Kind kind : FileChange.Kind.values()) {
      long many = branch.files().stream().filter(f -> f.kind() == kind).count();
      if (many > 0) {
        words.add(Messages.text("plan.kind." + kind.name().toLowerCase(Locale.ROOT), many));
      }
    }
    return words.isEmpty() ? Messages.text("plan.kind.none") : String.join(", ", words);
  }

  private Node row(FileChange file, List<DiffRow> fresh) {
    int at = fresh.size();
    List<DiffRow> text = DiffRow.of(file.before().orElse(""), file.after().orElse(""));
    int added = DiffRow.count(text, AlignedLine.Kind.ADDED);
    int removed = DiffRow.count(text, AlignedLine.Kind.REMOVED);
    fresh.add(new DiffRow.Head(file.path().value(), file.reason(), added, removed));
    fresh.addAll(text);
    String sign =
        switch (file.kind()) {
          case ADDED -> "+";
          case REMOVED -> "−";
          case MODIFIED -> "≠";
        };
    String style = file.kind() == FileChange.Kind.MODIFIED ? "changed" : file.kind().word();
    Label name = Pieces.label(file.path().value());
    name.setMinWidth(0);
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    Label lines =
        Pieces.label(
            (added > 0 || removed == 0 ? "+" + added : "") + (removed > 0 ? " −" + removed : ""),
            "diff-" + style,
            "caption");
    lines.setMinWidth(Region.USE_PREF_SIZE);
    HBox row =
        Pieces.row(8, Pieces.label(sign, "strong", "diff-" + style), name, Pieces.spring(), lines);
    row.getStyleClass().add("plan-file");
    row.setFocusTraversable(true);
    row.setAccessibleText(file.kind().word() + " " + file.path() + ", " + lines.getText());
    row.setOnMouseClicked(ignored -> goTo(at));
    row.setOnKeyPressed(key -> {
      if (key.getCode() == javafx.scene.input.KeyCode.ENTER && !key.isShortcutDown()) {
        goTo(at);
        key.consume();
      }
    });
    return row;
  }

  private void goTo(int row) {
    chosen = row;
    DiffList shown = beside.isVisible() ? beside : unified;
    DiffRow head = rows.get(chosen);
    shown.scrollTo(Math.max(0, shown.getItems().indexOf(head)));
  }

  private void apply(PlannedEdit edit) {
    edit.plan()
        .apply()
        .ifPresent(manifest ->
            list.getChildren()
                .add(
                    Pieces.copyLink(
                        Messages.text("plan.apply"), manifest.after().orElse(""), "strong")));
  }

  /** A heading in front of the first branch of a step, where there are several. */
  private static Optional<Node> stepOf(PlannedEdit edit, BranchChange branch) {
    List<Step> steps = edit.plan().steps();
    for (int i = 0; i < steps.size() && steps.size() > 1; i++) {
      Step step = steps.get(i);
      if (!step.branches().isEmpty() && step.branches().getFirst().equals(branch)) {
        return Optional.of(
            note(
                Messages.text("plan.step", i + 1, steps.size(), step.title(), step.release()),
                "strong"));
      }
    }
    return Optional.empty();
  }

  private static Node note(String text, String style) {
    Label label = Pieces.label(text, "caption", style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
