package dev.layerscope.ui.edit;

import dev.layerscope.diff.Change;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.ui.common.Messages;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A plan looked at: its files, the hierarchy as it will be, what findings come and go. Used by
 * every edit.
 */
public final class PlanController {
  private @Nullable PlanFiles fileTexts;
  private @Nullable PlanHierarchy picture;
  private @Nullable PlanFindings found;

  @FXML private TabPane tabs;
  @FXML private Tab filesTab;
  @FXML private Tab hierarchyTab;
  @FXML private Tab findingsTab;
  @FXML private VBox files;
  @FXML private StackPane diffPane;
  @FXML private HBox graphTools;
  @FXML private HBox graphLegend;
  @FXML private StackPane graphPane;
  @FXML private VBox findings;
  @FXML private Label nothing;

  @FXML
  void initialize() {
    fileTexts = new PlanFiles(files, diffPane);
    picture = new PlanHierarchy(graphTools, graphLegend, graphPane);
    found = new PlanFindings(findings);
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
    int count = Objects.requireNonNull(fileTexts).show(edit);
    filesTab.setText(Messages.text("plan.files", count));
    Objects.requireNonNull(picture).show(edit);
    int added = edit.previews().stream().mapToInt(p -> p.ids(Change.ADDED).size()).sum();
    int removed = edit.previews().stream().mapToInt(p -> p.ids(Change.REMOVED).size()).sum();
    hierarchyTab.setText(
        Messages.text(removed == 0 ? "plan.hierarchy" : "plan.hierarchy.less", added, removed));
    int fresh = Objects.requireNonNull(found).show(edit);
    findingsTab.setText(Messages.text("plan.findings", fresh));
  }

  /** Shows one of the tabs, counted from 0. */
  void tab(int index) {
    if (index >= 0 && index < tabs.getTabs().size()) {
      tabs.getSelectionModel().select(index);
    }
  }
}
