package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Camera;
import dev.layerscope.export.picture.CardPainter;
import dev.layerscope.export.picture.GraphPainter;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.export.picture.Unfolding;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.CanvasPalette;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Motion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.Transition;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The canvas the hierarchy is drawn on. One focusable node; the outline beside it says the same to
 * a screen reader. Draws at most once a frame.
 */
public final class GraphView extends Pane {
  static final double MARGIN = 24;
  private static final double OPENING = 140;

  private final HierarchyViewModel model;
  private final Canvas canvas = new Canvas();
  private final CanvasPalette palette = new CanvasPalette();
  private final Camera camera = new Camera();
  private final GraphPainter painter;
  private int hover = -1;
  private int drawn;
  private boolean due;
  private boolean placed;
  private @Nullable HierarchyNode spoken;
  private @Nullable TreePicture spokenIn;
  private IntConsumer whenPainted = cards -> {};
  private final Map<String, Runnable> keys = new HashMap<>();
  private BooleanSupplier escape = () -> false;
  private BiConsumer<Double, Double> menu = (x, y) -> {};
  private final Motion time;
  private final Flight flight;
  private Optional<Transition> folding = Optional.empty();
  private Optional<Sheet> onItsWay = Optional.empty();

  public GraphView(HierarchyViewModel model) {
    this(model, Motion.ofSystem());
  }

  /**
   * @param time how long movements take
   */
  public GraphView(HierarchyViewModel model, Motion time) {
    this.model = model;
    this.time = time;
    flight = new Flight(this, model, camera, time);
    painter = new GraphPainter(new CanvasBrush(canvas.getGraphicsContext2D(), palette));
    getStyleClass().add("graph-pane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    getChildren().addAll(palette, canvas);
    palette.onChange(this::repaint);
    model.sheet().addListener((ignored, before, now) -> changed(before, now));
    model.selected().addListener(ignored -> repaint());
    model.light().addListener(ignored -> repaint());
    model.marked().addListener(ignored -> repaint());
    model.search().found().addListener(ignored -> repaint());
    focusedProperty().addListener(ignored -> repaint());
    new GraphMouse(this, model, camera).listen();
    new GraphKeys(this, model).listen();
  }

  /** What a key does besides moving: {@code B}, {@code Shift+L}. */
  public void onKey(String key, Runnable action) {
    keys.put(key, action);
  }

  /** What Escape does; false when there was nothing to leave. */
  public void onEscape(BooleanSupplier action) {
    escape = action;
  }

  /** Shows the menu of the selection at a place of the screen. */
  public void onMenu(BiConsumer<Double, Double> action) {
    menu = action;
  }

  void menu(double screenX, double screenY) {
    menu.accept(screenX, screenY);
  }

  boolean press(String key) {
    Runnable action = keys.get(key);
    if (action != null) {
      action.run();
    }
    return action != null;
  }

  boolean escape() {
    return escape.getAsBoolean();
  }

  /** Called after every picture with the number of cards drawn. */
  public void onPainted(IntConsumer action) {
    whenPainted = action;
  }

  public CanvasPalette palette() {
    return palette;
  }

  Camera camera() {
    return camera;
  }

  /** How many cards the last picture shows. */
  public int drawn() {
    return drawn;
  }

  public double zoom() {
    return camera.zoom();
  }

  /**
   * The same place keeps its pixel when cards open and close; another root begins at its corner.
   */
  private void changed(Optional<Sheet> before, Optional<Sheet> now) {
    boolean sameRoot =
        before.isPresent()
            && now.isPresent()
            && before.get().picture().root().name().equals(now.get().picture().root().name());
    settle();
    if (!sameRoot) {
      placed = false;
    } else {
      keepInPlace(before.get(), now.get());
    }
    repaint();
  }

  private void keepInPlace(Sheet before, Sheet now) {
    Optional<NodeId> anchor = model.selected().get();
    Optional<Sheet.Card> old = anchor.map(before.picture()::indexOf).flatMap(before::card);
    Optional<Sheet.Card> fresh = anchor.map(now.picture()::indexOf).flatMap(now::card);
    if (old.isPresent() && fresh.isPresent()) {
      double dx = fresh.get().box().x() - old.get().box().x();
      double dy = fresh.get().box().y() - old.get().box().y();
      camera.pan(-dx * camera.zoom(), -dy * camera.zoom());
      unfold(before, now, dx, dy);
    }
  }

  /** Cards glide to their new places, while everything can be used already. */
  private void unfold(Sheet before, Sheet now, double dx, double dy) {
    if (time.reduced() || before.cards().size() == now.cards().size()) {
      return;
    }
    Unfolding.of(before, now, dx, dy)
        .ifPresent(way -> {
          Transition step =
              Steps.over(
                  time.of(OPENING),
                  part -> {
                    onItsWay = part < 1 ? Optional.of(way.at(part)) : Optional.empty();
                    repaint();
                  });
          folding = Optional.of(step);
          step.play();
        });
  }

  private void settle() {
    folding.ifPresent(Transition::stop);
    folding = Optional.empty();
    onItsWay = Optional.empty();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      model.room(getWidth() - MARGIN - 8, getHeight() - 2 * MARGIN);
      paint();
    }
  }

  /** Draws before the next frame. */
  public void repaint() {
    if (!due) {
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
    if (w < 1 || h < 1) {
      return;
    }
    Optional<Sheet> sheet = onItsWay.or(() -> model.sheet().get());
    speak();
    if (sheet.isEmpty()) {
      canvas.getGraphicsContext2D().clearRect(0, 0, w, h);
      return;
    }
    if (!placed) {
      placed = true;
      camera.set(1, MARGIN, MARGIN);
      reveal();
    }
    var view =
        new GraphPainter.View(
            model.looks(),
            model.selectedIndex().orElse(-1),
            hover,
            isFocused(),
            model.light().get().lit(),
            model.blast().get().isPresent(),
            model.search().found().get(),
            model.marks(),
            model.notes(),
            model.below());
    drawn = painter.paint(sheet.get(), camera, view, w, h);
    whenPainted.accept(drawn);
  }

  /** A selection is put into words once, not for every frame. */
  @SuppressWarnings("ReferenceEquality") // the same node, not one that is equal
  private void speak() {
    HierarchyNode node = model.selectedNode().orElse(null);
    TreePicture picture = model.picture().orElse(null);
    if (getAccessibleText() == null || node != spoken || picture != spokenIn) {
      spoken = node;
      spokenIn = picture;
      setAccessibleText(node == null ? Messages.text("graph.empty") : Speech.of(model, node));
    }
  }

  void hover(int index) {
    if (hover != index) {
      hover = index;
      repaint();
    }
  }

  /** The card under a point of the canvas. */
  Optional<Sheet.Card> cardAt(double x, double y) {
    double sheetX = camera.toSheetX(x);
    double sheetY = camera.toSheetY(y);
    return model
        .sheet()
        .get()
        .flatMap(sheet ->
            painter.near(sheet, sheetX, sheetY, 9 / camera.zoom()).stream()
                .filter(c -> c.box().contains(sheetX, sheetY) || onToggle(c, x, y))
                .findFirst());
  }

  /** Where a card is on the canvas now, in pixels. */
  public Rectangle placeOf(Sheet.Card card) {
    return new Rectangle(
        camera.toScreenX(card.box().x()),
        camera.toScreenY(card.box().y()),
        card.box().width() * camera.zoom(),
        card.box().height() * camera.zoom());
  }

  boolean onToggle(Sheet.Card card, double x, double y) {
    double dx = x - camera.toScreenX(card.box().right());
    double dy = y - camera.toScreenY(card.box().y() + 44);
    return card.folds()
        && camera.zoom() >= CardPainter.NAME
        && Math.abs(dx) <= 9
        && Math.abs(dy) <= 9;
  }

  /** Whether a point is on the button that a card shows below the pointer. */
  boolean onMenuButton(Sheet.Card card, double x, double y) {
    return camera.zoom() >= CardPainter.NAME_AND_PLACE
        && CardPainter.MENU.contains(
            camera.toSheetX(x) - card.box().x(), camera.toSheetY(y) - card.box().y());
  }

  public void zoomBy(double factor) {
    flight.zoomTo(camera.zoom() * factor);
  }

  public void zoomTo(double zoom) {
    flight.zoomTo(zoom);
  }

  /** Shows everything that is open. */
  public void fit() {
    flight.fit();
  }

  /** Shows the selection and what is open below it. */
  public void fitSelection() {
    flight.fitSelection();
  }

  /** Moves the selection into sight, as little as needed. */
  public void reveal() {
    if (placed) {
      flight.reveal();
    }
  }

  /** Puts the selection in the middle. */
  public void center() {
    flight.center();
  }

  void centerOn(double sheetX, double sheetY) {
    stop();
    flight.centerOn(sheetX, sheetY);
  }

  void stop() {
    settle();
    flight.stop();
  }
}
