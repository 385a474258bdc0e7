package dev.layerscope.ui.shell;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.finding.Severity;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.hierarchy.Overlay;
import dev.layerscope.ui.workspace.Releases;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import java.util.ArrayList;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The last line of the window: how much is shown, what is going on, and how old the picture is. */
public final class StatusLineController {
  private final WorkspaceViewModel workspace;
  private final Releases releases;
  private Optional<Overlay> overlay = Optional.empty();

  @FXML private Label sizes;
  @FXML private Label errorCount;
  @FXML private Label warningCount;
  @FXML private Label remark;
  @FXML private HBox activityBox;
  @FXML private Label activityText;
  @FXML private ProgressBar activityBar;
  @FXML private Label activityCount;
  @FXML private Label readAt;
  @FXML private Label newer;

  StatusLineController(WorkspaceViewModel workspace, Releases releases) {
    this.workspace = workspace;
    this.releases = releases;
  }

  @FXML
  void initialize() {
    workspace.shown().addListener(ignored -> picture());
    workspace.background().activity().addListener(ignored -> activity());
    releases.newer().addListener(ignored -> newer());
    picture();
    activity();
    newer();
  }

  /** While two environments are drawn over each other, how they differ stands for the sizes. */
  void overlay(Optional<Overlay> drawn) {
    overlay = drawn;
    picture();
  }

  private void newer() {
    Optional<String> tag = releases.newer().get();
    newer.setText(tag.map(t -> Messages.text("releases.newer", t)).orElse(""));
    newer.setVisible(tag.isPresent());
    newer.setManaged(tag.isPresent());
  }

  private void picture() {
    Optional<Shown> now = workspace.shown().get();
    sizes.setText(
        overlay
            .map(StatusLineController::differences)
            .or(() -> now.map(StatusLineController::sizes))
            .orElse(Messages.text("status.nothing")));
    count(errorCount, "count.errors", now, Severity.ERROR);
    count(warningCount, "count.warnings", now, Severity.WARNING);
    readAt.setText(now.map(StatusLineController::age).orElse(""));
    remark(now.flatMap(shown -> shown.opened().remark()));
  }

  /** What no node says and a person should know, such as that there is no Helm here. */
  private void remark(Optional<String> said) {
    remark.setText(said.orElse(""));
    remark.setTooltip(said.map(Tooltip::new).orElse(null));
    remark.setVisible(said.isPresent());
    remark.setManaged(said.isPresent());
  }

  private static void count(Label label, String words, Optional<Shown> now, Severity severity) {
    long count = now.map(shown -> count(shown, severity)).orElse(0L);
    label.setText(Messages.count(words, count));
    label.setVisible(count > 0);
    label.setManaged(count > 0);
  }

  /** How many findings of a severity the picture has. */
  static long count(Shown shown, Severity severity) {
    return shown.estate().findings(severity);
  }

  private static String age(Shown shown) {
    String where =
        shown.selection().environmentName().orElse(Messages.text("environment.declared"));
    return Messages.text("status.read", where, shown.at());
  }

  /** What could not be compared is no difference, and what is not compared yet is said. */
  static String differences(Overlay drawn) {
    long unknown = drawn.marks().values().stream().filter(Mark.UNKNOWN::equals).count();
    var words = new ArrayList<String>();
    words.add(
        Messages.text(
            "status.overlay",
            drawn.over(),
            drawn.base(),
            Messages.count("count.differences", drawn.marks().size() - unknown)));
    if (unknown > 0) {
      words.add(Messages.text("status.unknown", unknown));
    }
    if (!drawn.risks().isEmpty()) {
      words.add(Messages.count("count.risks", drawn.risks().size()));
    }
    if (!drawn.whole()) {
      words.add(Messages.text("overlay.partly"));
    }
    return String.join(" · ", words);
  }

  private static String sizes(Shown shown) {
    return Messages.count("count.roots", shown.hierarchy().roots().size())
        + " · "
        + Messages.count("count.repositories", shown.opened().workspace().repositories().size())
        + " · "
        + Messages.count("count.applications", shown.estate().applications());
  }

  private void activity() {
    var now = workspace.background().activity().get();
    activityBox.setVisible(!now.quiet());
    activityText.setText(now.what());
    boolean known = now.total() > 0;
    activityBar.setProgress(
        known ? (double) now.done() / now.total() : ProgressBar.INDETERMINATE_PROGRESS);
    activityCount.setText(known ? Messages.text("status.of", now.done(), now.total()) : "");
  }

  @FXML
  void cancel() {
    workspace.background().cancelAll();
  }
}
