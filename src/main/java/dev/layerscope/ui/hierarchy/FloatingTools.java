package dev.layerscope.ui.hierarchy;

import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Legend, overview and zoom, floating over the canvas. */
final class FloatingTools {
  private static final double LEGEND_FROM_WIDTH = 760;
  private static final double LEGEND_FROM_HEIGHT = 560;

  private Plane view;
  private final Minimap minimap;
  private final Legend legend;
  private final Label zoomLabel = new Label();
  private final HBox row = new HBox(8);
  private final VBox box;
  private Optional<Boolean> roomForLegend = Optional.empty();
  private boolean explains = true;
  private boolean wasShown;

  FloatingTools(Plane view, HierarchyViewModel model, Shortcuts shortcuts) {
    this.view = view;
    minimap = new Minimap(view);
    legend = new Legend(model);
    box = all();
    view.coveredBy(this::covered);
    shortcuts.on("Shift+L", legend::toggle);
    shortcuts.on("Shift+M", () -> minimap.setVisible(!minimap.isVisible()));
  }

  /**
   * Another canvas is drawn.
   *
   * @param withLegend whether its signs need explaining; boxes of a map say what they are, and the
   *     lower left corner is where its roots stand
   */
  void over(Plane other, boolean withLegend) {
    if (explains && !withLegend) {
      wasShown = legend.isVisible();
      legend.show(false);
    } else if (!explains && withLegend) {
      legend.show(wasShown);
    }
    explains = withLegend;
    view = other;
    minimap.of(other);
    other.coveredBy(this::covered);
    StackPane.setAlignment(box, withLegend ? Pos.BOTTOM_LEFT : Pos.BOTTOM_RIGHT);
    box.setAlignment(withLegend ? Pos.BOTTOM_LEFT : Pos.BOTTOM_RIGHT);
    painted();
  }

  /** Where the overview and the zoom are; the legend can be closed where it is in the way. */
  private Optional<Rectangle> covered() {
    if (!minimap.isVisible() || row.getWidth() == 0) {
      return Optional.empty();
    }
    var at = view.sceneToLocal(row.localToScene(row.getLayoutBounds()));
    return Optional.of(new Rectangle(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight()));
  }

  /** What floats. */
  VBox box() {
    return box;
  }

  /** An overlay is drawn, or is gone. */
  void overlay(Optional<OverlayWalk> shown) {
    legend.overlay(shown);
  }

  /** Brings everything in step with the picture. */
  void painted() {
    // Where the canvas is small the legend would cover what it explains; only crossing the border
    // decides, so that a person's choice stands.
    boolean now = view.getWidth() >= LEGEND_FROM_WIDTH && view.getHeight() >= LEGEND_FROM_HEIGHT;
    if (explains && roomForLegend.filter(before -> before == now).isEmpty()) {
      legend.show(now);
    }
    roomForLegend = Optional.of(now);
    minimap.paint();
    zoomLabel.setText(Long.toString(Math.round(view.camera().zoom() * 100)));
  }

  private VBox all() {
    var zoom =
        new VBox(
            tool("+", "graph.zoomin", () -> view.flight().zoomBy(1.25)),
            numberPlace(),
            tool("−", "graph.zoomout", () -> view.flight().zoomBy(0.8)));
    var fit =
        new VBox(
            8,
            icon("fth-maximize", "graph.fit", () -> view.flight().fit()),
            icon("fth-crosshair", "graph.center", () -> view.flight().center()));
    // They lie on the canvas, and so are drawn with each of its frames.
    fit.setCache(true);
    legend.setCache(true);
    row.getChildren().setAll(minimap, zoom, fit);
    row.setAlignment(Pos.BOTTOM_LEFT);
    row.setPickOnBounds(false);
    var all = new VBox(8, legend, row);
    all.setAlignment(Pos.BOTTOM_LEFT);
    all.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    all.setPickOnBounds(false);
    StackPane.setAlignment(all, Pos.BOTTOM_LEFT);
    StackPane.setMargin(all, new Insets(12));
    return all;
  }

  /** What is not managed asks nobody for room when its text changes: no layout while zooming. */
  private Region numberPlace() {
    Label number = number();
    number.setManaged(false);
    number.resize(26, 28);
    var place = new Pane(number);
    place.setMinSize(26, 28);
    place.setMaxSize(26, 28);
    return place;
  }

  private Label number() {
    zoomLabel.getStyleClass().addAll("caption", "floating", "zoom-number");
    zoomLabel.setMinSize(26, 28);
    zoomLabel.setPrefSize(26, 28);
    zoomLabel.setAlignment(Pos.CENTER);
    return zoomLabel;
  }

  private static Button tool(String text, String key, Runnable action) {
    var button = Pieces.iconButton("fth-plus", Messages.text(key), action);
    button.setGraphic(null);
    button.setText(text);
    button.getStyleClass().setAll("button", "small-tool");
    return button;
  }

  private static Button icon(String literal, String key, Runnable action) {
    var button = Pieces.iconButton(literal, Messages.text(key), action);
    button.setGraphic(Pieces.icon(literal, 14));
    button.getStyleClass().setAll("button", "small-tool");
    return button;
  }
}
