package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.MapPainter;
import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.export.picture.MapPicture.Box;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Motion;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The fleet and the layers from above, on a canvas that moves like the tree's. */
final class MapView extends Plane {
  /** Words of 11 pixels are still 9. */
  private static final double READABLE = 0.78;

  private final HierarchyViewModel model;
  private final MapChoice choice;
  private final MapSelection selection;
  private final MapNotes notes = new MapNotes();
  private final MapPainter painter;
  private Optional<MapPicture> picture = Optional.empty();
  private Optional<Box> hover = Optional.empty();
  private Runnable toTree = () -> {};
  private Runnable whenPainted = () -> {};
  private boolean begun;
  private int drawn;

  MapView(HierarchyViewModel model, Background background, Motion time, Shortcuts shortcuts) {
    super(time);
    this.model = model;
    selection = new MapSelection(model);
    choice = new MapChoice(background, this::refresh);
    painter = new MapPainter(brush());
    setId("map");
    setVisible(false);
    visibleProperty().addListener((ignored, before, now) -> choice.offer(now));
    camera().set(1, MARGIN, MARGIN);
    model.selected().addListener(ignored -> chosenAnew());
    model.blast().addListener(ignored -> repaint());
    model.hierarchy().addListener(ignored -> refresh());
    model.search().everywhere().addListener(ignored -> count());
    model.marked().addListener(ignored -> count());
    new CameraMouse(this, new MapMouse(this, model)).listen();
    new MapKeys(this, choice, shortcuts).listen();
  }

  /** What Enter and a double click do: show the selection in its tree. */
  void onTree(Runnable action) {
    toTree = action;
  }

  void toTree() {
    toTree.run();
  }

  /** Shows the fleet, or the layers. */
  void show(boolean wantFleet) {
    choice.choose(wantFleet);
    begun = false;
    setVisible(true);
    choice.offer(true);
    refresh();
  }

  /** What a person chooses of the map. */
  MapChoice choice() {
    return choice;
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
    if (isVisible()) {
      model.hierarchy().get().ifPresent(now -> choice.make(now, model.looks(), this::take));
    }
  }

  private void take(MapPicture fresh) {
    picture = Optional.of(fresh);
    hover = Optional.empty();
    selection.forget();
    if (!begun) {
      begun = true;
      begin(fresh);
    }
    count();
  }

  /** All columns in sight, as long as their words can be read. */
  private void begin(MapPicture map) {
    double across = (getWidth() - 2 * MARGIN) / Math.max(1, map.width());
    camera().set(Math.clamp(across, READABLE, 1), MARGIN, MARGIN);
    flight().reveal();
  }

  private void count() {
    if (isVisible() && picture.isPresent()) {
      notes.count(picture.get(), model.search().everywhere().get().all(), model.marks());
      repaint();
    }
  }

  private void chosenAnew() {
    selection.forget();
    if (isVisible()) {
      flight().reveal();
      repaint();
    }
  }

  @Override
  void paint(double w, double h) {
    if (picture.isPresent()) {
      drawn = painter.paint(picture.get(), camera(), look(picture.get()), w, h);
      whenPainted.run();
      selected().ifPresent(box -> setAccessibleText(MapMouse.words(box)));
    }
  }

  @SuppressWarnings("ReferenceEquality") // boxes are told apart by what they are
  private MapPainter.View look(MapPicture map) {
    Optional<Box> selected = selected();
    boolean blast = model.blast().get().isPresent();
    Set<Box> lit = model.blast().get().map(radius -> selection.lit(map, radius)).orElse(Set.of());
    return new MapPainter.View(
        box -> selected.filter(chosen -> chosen == box).isPresent(),
        box -> hover.filter(over -> over == box).isPresent(),
        isFocused(),
        box -> blast && !lit.contains(box),
        blast,
        notes::of);
  }

  /** The box that stands for the selection. */
  Optional<Box> selected() {
    return picture.flatMap(selection::in);
  }

  void select(Box box) {
    selection.select(box);
    repaint();
  }

  @Override
  boolean selectAt(double x, double y) {
    Optional<Box> hit = boxAt(x, y);
    hit.ifPresent(this::select);
    return hit.isPresent();
  }

  void hover(Optional<Box> over) {
    if (!hover.equals(over)) {
      hover = over;
      repaint();
    }
  }

  /** The box under a point of the canvas. */
  Optional<Box> boxAt(double x, double y) {
    double sheetX = camera().toSheetX(x);
    double sheetY = camera().toSheetY(y);
    return picture.flatMap(map ->
        map.boxes().stream().filter(box -> box.place().contains(sheetX, sheetY)).findFirst());
  }

  @Override
  Optional<Rectangle> extent() {
    return picture.map(map -> new Rectangle(0, 0, map.width(), map.height()));
  }

  @Override
  Optional<Rectangle> chosen() {
    return selected().map(Box::place);
  }

  @Override
  Object contents() {
    return picture;
  }

  @Override
  void eachPlace(BiConsumer<Rectangle, Tone> told) {
    picture.ifPresent(
        map -> map.boxes().forEach(box -> told.accept(box.place(), box.look().tone())));
  }
}
