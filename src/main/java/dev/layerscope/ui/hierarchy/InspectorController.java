package dev.layerscope.ui.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
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
    model.sheet().subscribe(this::drawn);
    show();
  }

  /**
   * From one root that declares nothing to the next there is nothing selected, before and after.
   */
  private void drawn() {
    if (model.selected().get().isEmpty()) {
      changed();
    }
  }

  /** Canvas and outline come first, and of many steps in one frame the last counts. */
  private void changed() {
    if (!due) {
      due = true;
      Background.afterFrames(
          2,
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
    if (node.isEmpty()) {
      root(model.hierarchy().get().flatMap(all -> all.root(model.rootName())));
      return;
    }
    pane.setDisable(false);
    head(node.get());
    Background.afterFrames(1, () -> overview(node.get()));
    manifestsTab.setText(
        Messages.text("inspector.manifests") + count(node.get().rendered().total()));
    findings(node.get().findings());
    look();
  }

  /** Nothing is selected: of a root that declares nothing here the reason is all there is. */
  private void root(Optional<ResolvedRoot> root) {
    List<Finding> all = root.map(ResolvedRoot::findings).orElse(List.of());
    pane.setDisable(all.isEmpty());
    String text = root.map(ResolvedRoot::name).orElse(Messages.text("inspector.nothing"));
    title.getChildren().add(Pieces.label(text, root.isPresent() ? "heading" : "muted"));
    if (root.isPresent()) {
      chips.getChildren().add(whole(Pieces.label(Messages.text("inspector.root"), "chip")));
    }
    root.flatMap(DrawnNote::unread)
        .map(InspectorController::reason)
        .ifPresent(overview.getChildren()::add);
    manifestsTab.setText(Messages.text("inspector.manifests"));
    findings(all);
    look();
  }

  private static Label reason(String why) {
    Label reason = Pieces.label(why, "small");
    reason.setWrapText(true);
    VBox.setMargin(reason, new Insets(12, 16, 12, 16));
    return reason;
  }

  private void findings(List<Finding> all) {
    all.stream().sorted().map(FindingRow::of).forEach(findings.getChildren()::add);
    if (all.isEmpty()) {
      findings
          .getChildren()
          .add(Pieces.label(Messages.text("inspector.nofindings"), "muted", "small"));
    }
    findingsTab.setText(
        Messages.text("inspector.findings") + (all.isEmpty() ? "" : "  " + all.size()));
  }

  /** Of thousands the overview has the number; four tabs have no room for it. */
  private static String count(long all) {
    return all == 0 ? "" : all < 1000 ? "  " + all : "  " + all / 1000 + "k";
  }

  /** In a frame of its own: its many labels are most of the work. */
  private void overview(HierarchyNode node) {
    if (shown.filter(node::equals).isPresent()) {
      new OverviewSections(model, node, links).fill(overview);
    }
  }

  private void head(HierarchyNode node) {
    Label name = Pieces.label(node.label(), "heading");
    name.setMinWidth(0);
    title.getChildren().addAll(new GlyphIcon(model.looks().of(node), node.isResources()), name);
    chips.getChildren().add(whole(Pieces.label(node.kind().text(), "chip")));
    Label layer = Pieces.label(Messages.text("speech.layer", node.layer()), "chip");
    layer.setMinWidth(0); // of the three it gives way, and its tooltip has all of it
    layer.setTooltip(new Tooltip(layer.getText()));
    chips.getChildren().add(layer);
    if (node.unresolved().isPresent()) {
      chips
          .getChildren()
          .add(whole(Pieces.label(Messages.text("badge.unresolved"), "chip", "error")));
    } else {
      String level = node.certainty().level().word();
      boolean exact = node.certainty().exact();
      chips
          .getChildren()
          .add(whole(Pieces.label(exact ? "✓ " + level : level, "chip", exact ? "ok" : "warning")));
    }
  }

  private static Label whole(Label chip) {
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
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
