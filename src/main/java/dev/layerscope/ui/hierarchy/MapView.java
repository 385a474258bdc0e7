package dev.layerscope.ui.hierarchy;

import static java.util.stream.Collectors.toSet;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.export.picture.MapBuilder;
import dev.layerscope.export.picture.MapPainter;
import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.CanvasPalette;
import dev.layerscope.ui.common.Messages;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/** The fleet and the layers from above, on a canvas that moves like the tree's. */
final class MapView extends Pane {
  private static final double MARGIN = 24;
  private static final double READABLE = 0.62;

  private final HierarchyViewModel model;
  private final Background background;
  private final Canvas canvas = new Canvas();
  private final CanvasPalette palette = new CanvasPalette();
  private final Camera camera = new Camera();
  private final MapPainter painter;
  private Optional<MapPicture> picture = Optional.empty();
  private Runnable toTree = () -> {};
  private Runnable whenPainted = () -> {};
  private final ToggleButton split = new ToggleButton(Messages.text("map.split"));
  private boolean fleet = true;
  private boolean begun;
  private boolean due;
  private int drawn;
  private double lastX;
  private double lastY;

  MapView(HierarchyViewModel model, Background background) {
    this.model = model;
    this.background = background;
    painter = new MapPainter(new CanvasBrush(canvas.getGraphicsContext2D(), palette));
    getStyleClass().add("graph-pane");
    setId("map");
    setFocusTraversable(true);
    setVisible(false);
    split.setId("split");
    split.getStyleClass().add("chip");
    split.setVisible(false);
    split.setManaged(false);
    split.selectedProperty().addListener(ignored -> refresh());
    visibleProperty()
        .addListener((ignored, before, now) -> {
          split.setVisible(now && fleet);
          split.setManaged(now && fleet);
        });
    getChildren().addAll(palette, canvas);
    palette.onChange(this::repaint);
    camera.set(1, MARGIN, MARGIN);
    model.selected().addListener(ignored -> repaint());
    model.blast().addListener(ignored -> repaint());
    model.hierarchy().addListener(ignored -> refresh());
    focusedProperty().addListener(ignored -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** What Enter and a double click do: show the selection in its tree. */
  void onTree(Runnable action) {
    toTree = action;
  }

  /** Shows the fleet, or the layers. */
  void show(boolean wantFleet) {
    fleet = wantFleet;
    begun = false;
    setVisible(true);
    camera.set(1, MARGIN, MARGIN);
    split.setVisible(fleet);
    split.setManaged(fleet);
    refresh();
  }

  /** The switch that draws a layer once for each revision. */
  ToggleButton splitting() {
    return split;
  }

  /** What is drawn. */
  Optional<MapPicture> picture() {
    return picture;
  }

  /** Called after every picture. */
  void onPainted(Runnable action) {
    whenPainted = action;
  }

  /** How many boxes the last picture shows. */
  int drawn() {
    return drawn;
  }

  /** The words beside the picture: what it leaves out. */
  String note() {
    return picture.map(MapPicture::note).orElse("");
  }

  private void refresh() {
    if (!isVisible()) {
      return;
    }
    boolean wanted = fleet;
    boolean apart = split.isSelected();
    model
        .hierarchy()
        .get()
        .ifPresent(hierarchy -> {
          var looks = model.looks();
          background.ask(
              "map",
              Messages.text("map.running"),
              progress ->
                  wanted
                      ? MapBuilder.fleet(hierarchy, looks, apart)
                      : MapBuilder.layers(hierarchy, looks),
              fresh -> {
                boolean first = !begun;
                begun = true;
                picture = Optional.of(fresh);
                if (first) {
                  begin(fresh);
                }
                repaint();
              },
              error -> {
                throw new IllegalStateException("a map of a hierarchy always draws", error);
              });
        });
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      repaint();
    }
  }

  private void repaint() {
    if (!due && isVisible()) {
      due = true;
      Background.soon(() -> {
        due = false;
        paint();
      });
    }
  }

  private void paint() {
    double w = canvas.getWidth();
    double h = canvas.getHeight();
    if (picture.isEmpty() || w < 1 || h < 1) {
      return;
    }
    Optional<NodeId> selected = model.selected().get();
    Set<NodeId> reached = model.blast().get().map(r -> r.impact().reached()).orElse(Set.of());
    boolean blast = model.blast().get().isPresent();
    Set<String> roots =
        model
            .blast()
            .get()
            .map(r -> r.impact().roots().stream().map(ResolvedRoot::name).collect(toSet()))
            .orElse(Set.of());
    // What carries a layer to a cluster belongs to the way, although itself it does not change.
    Set<Box> lit =
        blast ? picture.get().leadingTo(box -> isReached(box, reached, roots)) : Set.of();
    drawn =
        painter.paint(
            picture.get(),
            camera,
            box -> selected.filter(box.nodes()::contains).isPresent(),
            box -> blast && !lit.contains(box),
            blast,
            w,
            h);
    whenPainted.run();
    selected()
        .ifPresent(box ->
            setAccessibleText(
                Messages.text("map.speech", box.title(), box.reached(), box.nodes().size())));
  }

  /** A root's row stands for the cluster: it is reached when anything on it is. */
  private static boolean isReached(Box box, Set<NodeId> reached, Set<String> roots) {
    return box.isRow()
        ? roots.contains(box.title())
        : box.nodes().stream().anyMatch(reached::contains);
  }

  private Optional<Box> selected() {
    return picture.flatMap(map -> model.selected().get().flatMap(map::boxOf));
  }

  private void select(Box box) {
    box.nodes().stream().findFirst().ifPresent(model::select);
  }

  private void press(MouseEvent event) {
    requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    picture.ifPresent(map ->
        map.boxes().stream()
            .filter(box ->
                box.place().contains(camera.toSheetX(event.getX()), camera.toSheetY(event.getY())))
            .findFirst()
            .ifPresent(box -> {
              select(box);
              if (event.getClickCount() == 2) {
                toTree.run();
              }
            }));
    event.consume();
  }

  private void drag(MouseEvent event) {
    camera.pan(event.getX() - lastX, event.getY() - lastY);
    lastX = event.getX();
    lastY = event.getY();
    repaint();
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaX() != 0 && !event.isShortcutDown()) {
      camera.pan(event.getDeltaX(), event.getDeltaY());
    } else {
      double steps = Math.clamp(event.getDeltaY() / 40, -3, 3);
      camera.zoomAt(event.getX(), event.getY(), camera.zoom() * Math.pow(1.12, steps));
    }
    repaint();
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    KeyCode code = event.getCode();
    switch (code) {
      case UP -> step(0, -1);
      case DOWN -> step(0, 1);
      case LEFT -> step(-1, 0);
      case RIGHT -> step(1, 0);
      case ENTER -> toTree.run();
      case F -> fit();
      case S -> split.fire();
      case DIGIT0 -> camera.set(1, MARGIN, MARGIN);
      case PLUS, EQUALS -> zoom(1.25);
      case MINUS -> zoom(0.8);
      default -> {
        return;
      }
    }
    repaint();
    event.consume();
  }

  /** All columns in sight, as long as their words can be read. */
  private void begin(MapPicture map) {
    double across = (getWidth() - 2 * MARGIN) / Math.max(1, map.width());
    camera.set(Math.clamp(across, READABLE, 1), MARGIN, MARGIN);
  }

  private void zoom(double factor) {
    camera.zoomAt(getWidth() / 2, getHeight() / 2, camera.zoom() * factor);
  }

  private void fit() {
    picture.ifPresent(map -> {
      double across = (getWidth() - 2 * MARGIN) / Math.max(1, map.width());
      double down = (getHeight() - 2 * MARGIN) / Math.max(1, map.height());
      camera.set(Math.min(1, Math.min(across, down)), MARGIN, MARGIN);
    });
  }

  /** The nearest box in a direction. */
  private void step(int dx, int dy) {
    Optional<Box> from = selected().or(() -> picture.flatMap(m -> m.boxes().stream().findFirst()));
    if (from.isEmpty() || picture.isEmpty()) {
      return;
    }
    double x = from.get().place().centerX();
    double y = from.get().place().centerY();
    picture.get().boxes().stream()
        .filter(box -> !box.nodes().isEmpty())
        .filter(box -> ahead(box, x, y, dx, dy) > 4)
        .min(
            Comparator.comparingDouble(
                box -> ahead(box, x, y, dx, dy) + 3 * Math.abs(aside(box, x, y, dx, dy))))
        .ifPresent(this::select);
  }

  private static double ahead(Box box, double x, double y, int dx, int dy) {
    return (box.place().centerX() - x) * dx + (box.place().centerY() - y) * dy;
  }

  private static double aside(Box box, double x, double y, int dx, int dy) {
    return (box.place().centerX() - x) * dy + (box.place().centerY() - y) * dx;
  }
}
