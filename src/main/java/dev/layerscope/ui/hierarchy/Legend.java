package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.LayerLook;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** What colours, glyphs and lines mean; floats over the canvas and can be closed. */
final class Legend extends VBox {
  private static final double WIDE = 104;

  /** So few layers have a line each, with room for long names. */
  private static final int ROOMY = 3;

  private static final int MOST_LAYERS = 10;

  private final GridPane grid = new GridPane(12, 4);
  private final HierarchyViewModel model;

  Legend(HierarchyViewModel model) {
    super(6);
    this.model = model;
    getStyleClass().addAll("floating", "legend");
    setPadding(new Insets(6, 8, 8, 10));
    var close = Pieces.iconButton("fth-x", Messages.text("legend.close"), () -> show(false));
    close.setFocusTraversable(false);
    HBox head =
        Pieces.row(
            8,
            Pieces.label(Messages.text("legend.title"), "section-title"),
            Pieces.spring(),
            close);
    getChildren().addAll(head, grid);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    model.hierarchy().addListener(ignored -> fill(model.looks().legend()));
    fill(model.looks().legend());
  }

  void show(boolean wanted) {
    setVisible(wanted);
    setManaged(wanted);
  }

  void toggle() {
    show(!isVisible());
  }

  /** While two environments are drawn over each other, what their signs mean and how many. */
  void overlay(Optional<OverlayWalk> shown) {
    if (shown.isEmpty()) {
      fill(model.looks().legend());
      return;
    }
    Overlay overlay = shown.get().overlay();
    Map<Mark, Long> counts = shown.get().counts();
    grid.getChildren().clear();
    int row = 0;
    for (Mark mark : Mark.values()) {
      String key = "legend." + mark.name().toLowerCase(Locale.ROOT);
      String side = mark == Mark.REMOVED ? overlay.base() : overlay.over();
      grid.add(ModeRow.tile(mark), 0, row);
      grid.add(Pieces.label(Messages.text(key, side), "caption"), 1, row);
      String count = Long.toString(counts.getOrDefault(mark, 0L));
      Label number = Pieces.label(count, "muted", "caption");
      GridPane.setHalignment(number, HPos.RIGHT);
      grid.add(number, 2, row++);
    }
  }

  private void fill(List<LayerLook> layers) {
    grid.getChildren().clear();
    int at = 0;
    boolean roomy = layers.size() <= ROOMY;
    for (LayerLook layer : layers.stream().limit(MOST_LAYERS).toList()) {
      String label = layer.label().isEmpty() ? Messages.text("legend.none") : layer.label();
      HBox row = add(at, new GlyphIcon(layer, false), label);
      Tooltip.install(row, new Tooltip(label));
      if (roomy) {
        row.setPrefWidth(2 * WIDE);
        GridPane.setColumnSpan(row, 2);
      }
      at += roomy ? 2 : 1;
    }
    if (layers.size() > MOST_LAYERS) {
      add(at++, new Region(), Messages.text("legend.more", layers.size() - MOST_LAYERS));
    }
    at += at % 2;
    add(at++, bar("legend-deps"), Messages.text("legend.deps"));
    add(at++, bar("legend-res"), Messages.text("legend.res"));
    add(at++, line("legend-line"), Messages.text("legend.declares"));
    add(at++, line("legend-dotted"), Messages.text("legend.generates"));
    add(at++, line("legend-dashed"), Messages.text("legend.unresolved"));
    add(at, line("legend-chain"), Messages.text("legend.chain"));
  }

  private HBox add(int at, Node sign, String text) {
    HBox row = Pieces.row(8, sign, Pieces.label(text, "caption"));
    row.setPrefWidth(WIDE);
    grid.add(row, at % 2, at / 2);
    return row;
  }

  private static Node bar(String style) {
    var bar = new Region();
    bar.getStyleClass().add(style);
    bar.setMinSize(11, 11);
    bar.setMaxSize(11, 11);
    return bar;
  }

  private static Node line(String style) {
    var line = new Line(0, 0, 14, 0);
    line.getStyleClass().add(style);
    return line;
  }
}
