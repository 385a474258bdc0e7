package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Outline and inspector fold to strips where the page is narrow, so that the picture keeps its
 * room; a person brings them back, or folds them, whenever they like.
 */
final class Folds {
  private static final String OUTLINE = "pane.outline";
  private static final String INSPECTOR = "pane.inspector";
  private static final double LEFT_AT_FIRST = 248;
  private static final double RIGHT_AT_FIRST = 320;

  /** On a large screen they take a part of it, so that fewer names are cut. */
  private static final double LEFT_PART = 0.17;

  private static final double LEFT_AT_MOST = 320;
  private static final double RIGHT_PART = 0.2;
  private static final double RIGHT_AT_MOST = 400;
  private static final double WIDEST = 1020;
  private static final double MIDDLE = 440;
  private static final double ROOM_FOR_INSPECTOR = 1200;
  private static final double ROOM_FOR_OUTLINE = 1020;

  private final SettingsFile settings;
  private final SplitPane panes;
  private final BorderPane middle;
  private final Node outline;
  private final Node inspector;
  private final VBox left;
  private final VBox right;
  private boolean outlineShown = true;
  private boolean inspectorShown = true;
  private boolean outlineWide;
  private double width;

  Folds(SplitPane panes, BorderPane middle, Node outline, Node inspector, SettingsFile settings) {
    this.settings = settings;
    this.panes = panes;
    this.middle = middle;
    this.outline = outline;
    this.inspector = inspector;
    left = strip("mdi2f-file-tree-outline", "fold.outline", this::toggleOutline);
    right = strip("fth-info", "fold.inspector", this::toggleInspector);
  }

  void listen() {
    SplitPane.setResizableWithParent(outline, false);
    SplitPane.setResizableWithParent(inspector, false);
    panes.widthProperty().addListener((ignored, before, now) -> resized(now.doubleValue()));
    apply();
  }

  private static VBox strip(String icon, String key, Runnable action) {
    var strip = new VBox(Pieces.iconButton(icon, Messages.text(key), action));
    strip.getStyleClass().add("strip");
    strip.setMinWidth(40);
    strip.setMaxWidth(40);
    return strip;
  }

  /** Only crossing a border decides; in between a person's choice stands. */
  private void resized(double now) {
    boolean first = width == 0;
    boolean inspectorCrossed = first || now < ROOM_FOR_INSPECTOR != width < ROOM_FOR_INSPECTOR;
    boolean outlineCrossed = first || now < ROOM_FOR_OUTLINE != width < ROOM_FOR_OUTLINE;
    width = now;
    if (inspectorCrossed) {
      inspectorShown = now >= ROOM_FOR_INSPECTOR;
    }
    if (outlineCrossed) {
      outlineShown = now >= ROOM_FOR_OUTLINE;
    }
    if (inspectorCrossed || outlineCrossed) {
      apply();
    }
  }

  void toggleOutline() {
    outlineShown = !outlineShown;
    apply();
  }

  /** Gives the outline room for all its columns, or takes it back. */
  void wide(boolean wanted) {
    outlineWide = wanted;
    ((Region) outline).setMaxWidth(wanted ? WIDEST : Region.USE_COMPUTED_SIZE);
    apply();
  }

  void toggleInspector() {
    inspectorShown = !inspectorShown;
    apply();
  }

  private void remember() {
    if (outlineShown && !outlineWide) {
      settings.put(OUTLINE, Long.toString(Math.round(((Region) outline).getWidth())));
    }
    if (inspectorShown) {
      settings.put(INSPECTOR, Long.toString(Math.round(((Region) inspector).getWidth())));
    }
  }

  private double kept(String key, double atFirst, double least, double most) {
    return settings
        .get(key)
        .filter(text -> text.matches("\\d{1,5}"))
        .map(text -> Math.clamp(Double.parseDouble(text), least, most))
        .orElse(atFirst);
  }

  private void apply() {
    List<Node> items = new ArrayList<>();
    if (outlineShown) {
      items.add(outline);
    }
    items.add(middle);
    if (inspectorShown) {
      items.add(inspector);
    }
    middle.setLeft(outlineShown ? null : left);
    middle.setRight(inspectorShown ? null : right);
    panes.getItems().setAll(items);
    // A pane is as wide as a person made it: only a divider that is dragged is remembered.
    panes.lookupAll(".split-pane-divider").forEach(d -> d.setOnMouseReleased(e -> remember()));
    divide();
    // The pane itself spreads what it grew by, over what it showed before.
    Background.afterFrames(1, this::divide);
  }

  private void divide() {
    if (width > 0) {
      var dividers = new ArrayList<Double>();
      if (outlineShown) {
        double wide = Math.min(WIDEST, width - MIDDLE - (inspectorShown ? RIGHT_AT_FIRST : 40));
        double atFirst = Math.clamp(width * LEFT_PART, LEFT_AT_FIRST, LEFT_AT_MOST);
        dividers.add((outlineWide ? wide : kept(OUTLINE, atFirst, 200, 420)) / width);
      }
      if (inspectorShown) {
        double atFirst = Math.clamp(width * RIGHT_PART, RIGHT_AT_FIRST, RIGHT_AT_MOST);
        dividers.add(1 - kept(INSPECTOR, atFirst, 280, 480) / width);
      }
      panes.setDividerPositions(dividers.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
