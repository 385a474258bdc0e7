package dev.layerscope.ui.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Everything about the node selected: what it is, why it is here, what it renders, what is wrong.
 */
public final class InspectorController {
  private final HierarchyViewModel model;
  private final PlaceLinks links;
  private final ManifestsPane manifests;
  private final HistoryPane history;
  private boolean due;
  private Optional<HierarchyNode> shown = Optional.empty();

  @FXML private VBox pane;
  @FXML private HBox title;
  @FXML private HBox chips;
  @FXML private TabPane tabs;
  @FXML private Tab manifestsTab;
  @FXML private Tab findingsTab;
  @FXML private Tab historyTab;
  @FXML private VBox overview;
  @FXML private VBox findings;

  public InspectorController(HierarchyViewModel model, WorkspaceViewModel workspace) {
    this.model = model;
    links = new PlaceLinks(workspace);
    manifests = new ManifestsPane(workspace);
    history = new HistoryPane(workspace, links);
  }

  @FXML
  void initialize() {
    manifestsTab.setContent(manifests);
    var scroll = new ScrollPane(history);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    historyTab.setContent(scroll);
    tabs.getSelectionModel().selectedItemProperty().addListener(ignored -> look());
    model.selected().addListener(ignored -> changed());
    model.hierarchy().addListener(ignored -> changed());
    show();
  }

  /** The canvas comes first, and of many steps in one frame the last counts. */
  private void changed() {
    if (!due) {
      due = true;
      Background.afterFrames(
          1,
          () -> {
            due = false;
            show();
          });
    }
  }

  private void show() {
    Optional<HierarchyNode> node = model.selectedNode();
    shown = node;
    title.getChildren().clear();
    chips.getChildren().clear();
    overview.getChildren().clear();
    findings.getChildren().clear();
    pane.setDisable(node.isEmpty());
    if (node.isEmpty()) {
      title.getChildren().add(Pieces.label(Messages.text("inspector.nothing"), "muted"));
      return;
    }
    head(node.get());
    new OverviewSections(model, node.get(), links).fill(overview);
    List<Finding> all = node.get().findings();
    all.stream().sorted().map(FindingRow::of).forEach(findings.getChildren()::add);
    if (all.isEmpty()) {
      findings
          .getChildren()
          .add(Pieces.label(Messages.text("inspector.nofindings"), "muted", "small"));
    }
    findingsTab.setText(
        Messages.text("inspector.findings") + (all.isEmpty() ? "" : "  " + all.size()));
    manifestsTab.setText(
        Messages.text("inspector.manifests")
            + (node.get().rendered().total() == 0 ? "" : "  " + node.get().rendered().total()));
    look();
  }

  private void head(HierarchyNode node) {
    Label name = Pieces.label(node.label(), "heading");
    name.setMinWidth(0);
    title.getChildren().addAll(new GlyphIcon(model.looks().of(node), node.isResources()), name);
    chips.getChildren().add(Pieces.label(node.kind().text(), "chip"));
    chips.getChildren().add(Pieces.label(Messages.text("speech.layer", node.layer()), "chip"));
    if (node.unresolved().isPresent()) {
      chips.getChildren().add(Pieces.label(Messages.text("badge.unresolved"), "chip", "error"));
    } else {
      String level = node.certainty().level().word();
      chips
          .getChildren()
          .add(
              Pieces.label(
                  node.certainty().exact() ? "✓ " + level : level,
                  "chip",
                  node.certainty().exact() ? "ok" : "warning"));
    }
  }

  /** What is long to read is read while somebody looks at it. */
  private void look() {
    Tab tab = tabs.getSelectionModel().getSelectedItem();
    shown.ifPresent(node -> {
      if (manifestsTab.equals(tab)) {
        manifests.show(node);
      } else if (historyTab.equals(tab)) {
        history.show(node);
      }
    });
  }
}
