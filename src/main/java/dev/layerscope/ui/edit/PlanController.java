package dev.layerscope.ui.edit;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Step;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.hierarchy.GraphView;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A plan looked at: its files, the hierarchy as it will be, what findings come and go. Used by
 * every edit.
 */
public final class PlanController {
  private final DiffList diff = new DiffList(true);
  private final HierarchyViewModel hierarchy = new HierarchyViewModel();
  private final GraphView graph = new GraphView(hierarchy);

  @FXML private TabPane tabs;
  @FXML private Tab filesTab;
  @FXML private Tab hierarchyTab;
  @FXML private Tab findingsTab;
  @FXML private VBox files;
  @FXML private StackPane diffPane;
  @FXML private StackPane graphPane;
  @FXML private Label graphNote;
  @FXML private VBox findings;
  @FXML private Label nothing;

  @FXML
  void initialize() {
    diffPane.getChildren().add(diff);
    diff.setAccessibleText(Messages.text("plan.texts"));
    graphPane.getChildren().add(graph);
    clear(Messages.text("bind.nothing"));
  }

  /** Shows no plan, and why there is none. */
  public void clear(String why) {
    tabs.setVisible(false);
    nothing.setText(why);
    nothing.setVisible(true);
  }

  /** Shows a plan. */
  public void show(PlannedEdit edit) {
    tabs.setVisible(true);
    nothing.setVisible(false);
    showFiles(edit);
    showHierarchy(edit);
    showFindings(edit);
  }

  private void showFiles(PlannedEdit edit) {
    files.getChildren().clear();
    var rows = new ArrayList<DiffRow>();
    int count = 0;
    for (BranchChange branch : edit.plan().branches()) {
      stepOf(edit, branch).ifPresent(step -> files.getChildren().add(step));
      HBox head =
          Pieces.row(
              8,
              Pieces.label(branch.repository().shortName() + ".git", "strong"),
              Pieces.spring(),
              Pieces.label("⎇ " + branch.branch(), "chip"));
      files.getChildren().add(head);
      for (FileChange file : branch.files()) {
        int at = rows.size();
        List<DiffRow> text = DiffRow.of(file.before().orElse(""), file.after().orElse(""));
        int added = DiffRow.count(text, AlignedLine.Kind.ADDED);
        rows.add(
            new DiffRow.Head(
                file.path().value(),
                file.reason(),
                added,
                DiffRow.count(text, AlignedLine.Kind.REMOVED)));
        rows.addAll(text);
        files.getChildren().add(fileRow(file, added, at));
        count++;
      }
    }
    edit.plan()
        .apply()
        .ifPresent(manifest ->
            files
                .getChildren()
                .add(
                    Pieces.copyLink(
                        Messages.text("plan.apply"), manifest.after().orElse(""), "strong")));
    edit.plan().notes().forEach(note -> files.getChildren().add(note(note, "muted")));
    edit.plan().warnings().forEach(note -> files.getChildren().add(note(note, "warning")));
    filesTab.setText(Messages.text("plan.files", count));
    diff.show(rows);
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

  private Node fileRow(FileChange file, int added, int at) {
    String sign =
        switch (file.kind()) {
          case ADDED -> "+";
          case REMOVED -> "−";
          case MODIFIED -> "≠";
        };
    String style = file.kind() == FileChange.Kind.MODIFIED ? "changed" : file.kind().word();
    var name = Pieces.label(file.path().value());
    name.setMinWidth(0);
    name.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    HBox row =
        Pieces.row(
            8,
            Pieces.label(sign, "strong", "diff-" + style),
            name,
            Pieces.spring(),
            Pieces.label("+" + added, "diff-added", "caption"));
    row.getStyleClass().add("plan-file");
    row.setOnMouseClicked(ignored -> diff.scrollTo(at));
    return row;
  }

  private static Node note(String text, String style) {
    Label label = Pieces.label(text, "caption", style);
    label.setWrapText(true);
    label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    return label;
  }

  private void showHierarchy(PlannedEdit edit) {
    if (edit.previews().isEmpty()) {
      return;
    }
    Preview preview = edit.previews().getFirst();
    Map<NodeId, Mark> marks = new HashMap<>();
    mark(marks, preview, Change.ADDED, Mark.ADDED);
    mark(marks, preview, Change.CHANGED, Mark.CHANGED);
    mark(marks, preview, Change.MOVED, Mark.MOVED);
    hierarchy.show(preview.after(), LayerLooks.of(preview.after()), marks);
    List<NodeId> added = preview.ids(Change.ADDED);
    added.stream()
        .filter(id -> id.kind() == NodeKind.APPLICATION)
        .findFirst()
        .or(() -> added.stream().findFirst())
        .ifPresent(hierarchy::select);
    hierarchyTab.setText(Messages.text("plan.hierarchy", added.size()));
    graphNote.setText(
        Messages.text(
            "plan.change",
            added.size(),
            preview.ids(Change.CHANGED).size(),
            preview.ids(Change.REMOVED).size(),
            preview.environment()));
  }

  private static void mark(Map<NodeId, Mark> marks, Preview preview, Change change, Mark mark) {
    preview.ids(change).forEach(id -> marks.put(id, mark));
  }

  private void showFindings(PlannedEdit edit) {
    findings.getChildren().clear();
    int fresh = 0;
    int gone = 0;
    for (Preview preview : edit.previews()) {
      for (Preview.Seen seen : preview.newFindings()) {
        findings.getChildren().add(FindingRow.of(seen.finding()));
        fresh++;
      }
      gone += preview.goneFindings().size();
    }
    findings
        .getChildren()
        .addFirst(Pieces.label(Messages.text("plan.findings.count", fresh, gone), "muted"));
    findingsTab.setText(Messages.text("plan.findings", fresh));
  }
}
