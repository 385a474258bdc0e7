package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** What a change reaches: counted, listed by root, cluster and Application, to copy or export. */
final class RadiusPane extends BorderPane {
  private static final int CLUSTER = 5;

  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;
  private final Label title = Pieces.label("", "heading");
  private final HBox numbers = new HBox(24);
  private final VBox unsure = new VBox(4);
  private final Tab rootTab = tab("radius.roots");
  private final Tab clusterTab = tab("radius.clusters");
  private final Tab applicationTab = tab("radius.applications");
  private final ListView<Radius.Count> roots = new ListView<>();
  private final ListView<Radius.Count> clusters = new ListView<>();
  private final ListView<HierarchyNode> applications = new ListView<>();

  RadiusPane(HierarchyViewModel model, WorkspaceViewModel workspace) {
    this.model = model;
    this.workspace = workspace;
    setId("radius");
    title.setWrapText(true);
    var head = new VBox(8, title, numbers, unsure);
    head.getStyleClass().add("section");
    list(rootTab, roots, 28);
    list(clusterTab, clusters, 28);
    list(applicationTab, applications, 24);
    roots.setCellFactory(ignored -> new GraphicCell<>(this::root));
    clusters.setCellFactory(ignored -> new GraphicCell<>(this::cluster));
    applications.setCellFactory(ignored -> new GraphicCell<>(this::application));
    applications
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> {
          if (now != null) {
            model.select(now.id());
          }
        });
    var tabs = new TabPane(rootTab, clusterTab, applicationTab);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    setTop(head);
    setCenter(tabs);
    setBottom(foot());
  }

  private static Tab tab(String key) {
    return new Tab(Messages.text(key));
  }

  private static <T> void list(Tab tab, ListView<T> list, double height) {
    list.setFixedCellSize(height);
    list.setAccessibleText(tab.getText());
    tab.setContent(list);
  }

  void show(Radius radius) {
    title.setText(Messages.text("blast.of", radius.of()));
    long reached = radius.roots().stream().filter(r -> r.applications() > 0).count();
    numbers
        .getChildren()
        .setAll(
            number(reached, Messages.text("radius.of.roots", radius.roots().size())),
            number(radius.applications().size(), Messages.text("radius.applications")),
            number(radius.impact().manifests(), Messages.text("radius.manifests")));
    unsure.getChildren().clear();
    for (String line : radius.impact().unsure()) {
      Label label = Pieces.label(line, "muted", "caption");
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      unsure.getChildren().add(label);
    }
    rootTab.setText(Messages.text("radius.roots") + "  " + reached);
    clusterTab.setText(Messages.text("radius.clusters") + "  " + radius.clusters().size());
    applicationTab.setText(
        Messages.text("radius.applications") + "  " + radius.applications().size());
    roots
        .getItems()
        .setAll(
            radius.roots().stream()
                .sorted((a, b) -> Boolean.compare(b.applications() > 0, a.applications() > 0))
                .toList());
    clusters.getItems().setAll(radius.clusters());
    applications.getItems().setAll(radius.applications());
  }

  private static VBox number(long count, String what) {
    return new VBox(
        0, Pieces.label(Long.toString(count), "title"), Pieces.label(what, "muted", "caption"));
  }

  private HBox root(Radius.Count root) {
    return counted(root, new GlyphIcon(new LayerLook(root.name(), CLUSTER), false));
  }

  private HBox cluster(Radius.Count cluster) {
    return counted(cluster, Pieces.icon("fth-server", 13));
  }

  private static HBox counted(Radius.Count count, javafx.scene.Node sign) {
    boolean none = count.applications() == 0;
    Label name = Pieces.label(count.name(), none ? "muted" : "plain");
    name.setMinWidth(0);
    String number = none ? Messages.text("radius.notreached") : Long.toString(count.applications());
    Label many = Pieces.label(number, none ? "muted" : "strong");
    many.setMinWidth(USE_PREF_SIZE);
    return Pieces.row(8, sign, name, Pieces.spring(), many);
  }

  private HBox application(HierarchyNode node) {
    Label name = Pieces.label(node.label());
    name.setMinWidth(0);
    Label where = Pieces.label(node.id().controlPlane(), "muted", "caption");
    where.setMinWidth(0);
    var sign = new GlyphIcon(model.looks().of(node), node.isResources());
    return Pieces.row(8, sign, name, Pieces.spring(), where);
  }

  private HBox foot() {
    var copy = new Button(Messages.text("radius.copy"), Pieces.icon("fth-copy", 13));
    copy.setOnAction(ignored -> model.blast().get().ifPresent(r -> CodeList.copy(text(r))));
    var export = new Button(Messages.text("radius.export"), Pieces.icon("fth-upload", 13));
    export.setOnAction(ignored -> model.blast().get().ifPresent(this::choose));
    HBox foot = Pieces.row(8, copy, export);
    foot.getStyleClass().add("section");
    return foot;
  }

  private static String text(Radius radius) {
    List<String> lines =
        radius.applications().stream()
            .map(n -> n.id().controlPlane() + "//" + n.id().namespace() + "/" + n.name())
            .toList();
    return String.join("\n", lines) + "\n";
  }

  private void choose(Radius radius) {
    var chooser = new FileChooser();
    chooser.setTitle(Messages.text("radius.export"));
    chooser.setInitialFileName("blast-radius.csv");
    File chosen = chooser.showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      write(radius, chosen.toPath());
    }
  }

  private String table(Radius radius) {
    String name = workspace.opened().get().map(o -> o.workspace().name()).orElse("");
    String environment =
        workspace
            .shown()
            .get()
            .flatMap(shown -> shown.selection().environmentName())
            .orElse(Messages.text("export.declared"));
    return radius.csv(name, environment, LocalDate.now(ZoneId.systemDefault()).toString());
  }

  private void write(Radius radius, Path file) {
    workspace
        .background()
        .ask(
            "export",
            Messages.text("export.running", String.valueOf(file.getFileName())),
            progress -> Files.writeString(file, dev.layerscope.export.Inert.text(table(radius))),
            done -> {},
            error -> workspace.fail(error, () -> write(radius, file)));
  }
}
