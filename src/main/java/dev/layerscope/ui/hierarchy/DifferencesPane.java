package dev.layerscope.ui.hierarchy;

import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.common.CanvasPalette;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What differs in the root drawn while two environments are drawn over each other. */
final class DifferencesPane extends BorderPane {
  private final HierarchyViewModel model;
  private final Label title = Pieces.label("", "heading");
  private final Label subtitle = Pieces.label("", "muted", "small");
  private final ToggleButton risky = new ToggleButton();
  private final ListView<HierarchyNode> list = new ListView<>();
  private Optional<OverlayWalk> walk = Optional.empty();
  private final Map<NodeId, Integer> rowOf = new HashMap<>();
  private boolean following;

  DifferencesPane(HierarchyViewModel model, BiConsumer<String, String> compare) {
    this.model = model;
    setId("differences");
    risky.setGraphic(Pieces.icon("fth-flag", 13, "error"));
    risky.getStyleClass().add("chip");
    risky.selectedProperty().addListener(ignored -> fill());
    var palette = new CanvasPalette();
    var head = new VBox(6, title, subtitle, Pieces.row(8, risky), palette);
    head.getStyleClass().add("section");
    list.setFixedCellSize(44);
    list.setAccessibleText(Messages.text("overlay.list"));
    var brush = new CanvasBrush(new Canvas().getGraphicsContext2D(), palette);
    list.setCellFactory(ignored -> new DifferenceCell(brush, this::row));
    palette.onChange(() ->
        list.lookupAll(".list-cell").stream()
            .filter(DifferenceCell.class::isInstance)
            .forEach(cell -> ((DifferenceCell) cell).repaint()));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((ignored, before, now) -> {
          if (now != null && !following) {
            model.select(now.id());
          }
        });
    model.selected().addListener(ignored -> follow());
    model.sheet().addListener(ignored -> fill());
    var open = new Button(Messages.text("overlay.compare"), Pieces.icon("fth-columns", 13));
    open.setOnAction(
        ignored -> overlay().ifPresent(shown -> compare.accept(shown.base(), shown.over())));
    HBox foot = Pieces.row(8, open);
    foot.getStyleClass().add("section");
    setTop(head);
    setCenter(list);
    setBottom(foot);
  }

  void show(OverlayWalk shown) {
    walk = Optional.of(shown);
    risky.setSelected(false);
    fill();
  }

  private Optional<Overlay> overlay() {
    return walk.map(OverlayWalk::overlay);
  }

  private void fill() {
    if (walk.isEmpty()) {
      return;
    }
    Overlay shown = walk.get().overlay();
    List<NodeId> here = walk.get().list();
    long risks = here.stream().filter(shown.risks()::containsKey).count();
    int all = model.picture().map(picture -> picture.size()).orElse(0);
    title.setText(Messages.count("count.differences", here.size()));
    subtitle.setText(Messages.text("overlay.among", shown.over(), shown.base(), all));
    risky.setText(Messages.count("count.risks", risks));
    risky.setDisable(risks == 0);
    List<HierarchyNode> rows =
        here.stream()
            .filter(id -> !risky.isSelected() || shown.risks().containsKey(id))
            .flatMap(id -> shown.hierarchy().node(id).stream())
            .toList();
    if (!rows.equals(list.getItems())) {
      list.getItems().setAll(rows);
      rowOf.clear();
      rows.forEach(node -> rowOf.put(node.id(), rowOf.size()));
    } else {
      list.refresh(); // what they say may have changed
    }
    follow();
  }

  private void follow() {
    following = true;
    model
        .selected()
        .get()
        .map(rowOf::get)
        .ifPresentOrElse(
            row -> {
              list.getSelectionModel().select(row.intValue());
              list.scrollTo(Math.max(0, row - 3));
            },
            list.getSelectionModel()::clearSelection);
    following = false;
  }

  private Optional<DifferenceCell.Row> row(HierarchyNode node) {
    return overlay()
        .filter(shown -> shown.marks().containsKey(node.id()))
        .map(shown ->
            new DifferenceCell.Row(
                Objects.requireNonNull(shown.marks().get(node.id())),
                model.looks().of(node),
                node.isResources(),
                node.label(),
                shown.notes().getOrDefault(node.id(), ""),
                shown.risks().getOrDefault(node.id(), "")));
  }
}
