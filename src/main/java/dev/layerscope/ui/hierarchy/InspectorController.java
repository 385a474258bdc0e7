package dev.layerscope.ui.hierarchy;

import dev.layerscope.finding.Finding;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.operation.Resolve;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.FindingRow;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.yaml.YamlPrinter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Everything about the node selected: what it is, why it is here, what it renders, what is wrong.
 */
public final class InspectorController {
  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;
  private final CodeList code = new CodeList();
  private Optional<HierarchyNode> shown = Optional.empty();
  private Optional<HierarchyNode> manifestsOf = Optional.empty();

  @FXML private VBox pane;
  @FXML private HBox title;
  @FXML private HBox chips;
  @FXML private TabPane tabs;
  @FXML private Tab manifestsTab;
  @FXML private Tab findingsTab;
  @FXML private VBox overview;
  @FXML private VBox findings;
  @FXML private ListView<Manifest> manifests;
  @FXML private StackPane codePane;

  public InspectorController(HierarchyViewModel model, WorkspaceViewModel workspace) {
    this.model = model;
    this.workspace = workspace;
  }

  @FXML
  void initialize() {
    codePane.getChildren().add(code);
    code.setAccessibleText(Messages.text("inspector.yaml"));
    manifests.setFixedCellSize(24);
    manifests.setCellFactory(ignored -> new ManifestCell());
    manifests
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (ignored, before, now) -> code.show(now == null ? "" : YamlPrinter.print(now.root())));
    tabs.getSelectionModel().selectedItemProperty().addListener(ignored -> fetchManifests());
    model.selected().addListener(ignored -> show());
    model.hierarchy().addListener(ignored -> show());
    show();
  }

  private void show() {
    Optional<HierarchyNode> node = model.selectedNode();
    if (node.equals(shown) && node.isPresent() && manifestsOf.equals(node)) {
      return;
    }
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
    new OverviewSections(model, node.get()).fill(overview);
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
    fetchManifests();
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

  /** Manifests are read again from git, and only while somebody looks at them. */
  private void fetchManifests() {
    boolean looking = manifestsTab.equals(tabs.getSelectionModel().getSelectedItem());
    if (!looking || shown.isEmpty() || shown.equals(manifestsOf)) {
      return;
    }
    HierarchyNode node = shown.get();
    manifestsOf = shown;
    manifests.getItems().clear();
    workspace
        .shown()
        .get()
        .ifPresent(now ->
            workspace
                .background()
                .ask(
                    "manifests",
                    Messages.text("status.rendering", node.label()),
                    progress -> Resolve.manifests(now.opened(), now.hierarchy(), node, progress),
                    this::list,
                    error -> workspace.fail(error, this::fetchManifests)));
  }

  private void list(List<Manifest> all) {
    manifests
        .getItems()
        .setAll(
            all.stream()
                .sorted(
                    Comparator.comparing((Manifest m) -> m.gvk().kind())
                        .thenComparing(Manifest::name))
                .toList());
    if (!all.isEmpty()) {
      manifests.getSelectionModel().selectFirst();
    }
  }

  private static final class ManifestCell extends ListCell<Manifest> {
    @Override
    protected void updateItem(Manifest manifest, boolean empty) {
      super.updateItem(manifest, empty);
      setText(null);
      setGraphic(
          empty || manifest == null
              ? null
              : Pieces.row(
                  6,
                  Pieces.label(manifest.gvk().kind(), "muted", "small"),
                  Pieces.label(manifest.name(), "small")));
    }
  }
}
