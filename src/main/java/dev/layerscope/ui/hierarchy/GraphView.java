package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.GraphPainter;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.Tone;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Motion;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The canvas the hierarchy is drawn on; the outline beside it says the same to a screen reader. */
public final class GraphView extends Plane {
  private final HierarchyViewModel model;
  private final Shortcuts shortcuts = new Shortcuts();
  private final GraphPainter painter;
  private final CardHits hits;
  private final Folding folding;
  private int hover = -1;
  private int drawn;
  private boolean placed;
  private @Nullable HierarchyNode spoken;
  private @Nullable TreePicture spokenIn;
  private IntConsumer whenPainted = cards -> {};

  public GraphView(HierarchyViewModel model) {
    this(model, Motion.ofSystem());
  }

  /**
   * @param time how long movements take
   */
  public GraphView(HierarchyViewModel model, Motion time) {
    super(time);
    this.model = model;
    folding = new Folding(time, this::repaint);
    painter = new GraphPainter(brush());
    hits = new CardHits(model, painter, camera());
    model.sheet().addListener((ignored, before, now) -> changed(before, now));
    model.selected().addListener(ignored -> repaint());
    model.light().addListener(ignored -> repaint());
    model.marked().addListener(ignored -> repaint());
    model.search().found().addListener(ignored -> repaint());
    new CameraMouse(this, new GraphMouse(this, model)).listen();
    new GraphKeys(this, model).listen();
  }

  /** What keys do besides moving. */
  public Shortcuts shortcuts() {
    return shortcuts;
  }

  /** Called after every picture with the number of cards drawn. */
  public void onPainted(IntConsumer action) {
    whenPainted = action;
  }

  @Override
  Optional<Rectangle> extent() {
    return model.sheet().get().map(sheet -> new Rectangle(0, 0, sheet.width(), sheet.height()));
  }

  @Override
  Optional<Rectangle> chosen() {
    return model.selectedCard().map(Sheet.Card::box);
  }

  @Override
  Object contents() {
    return model.sheet().get();
  }

  @Override
  void eachPlace(BiConsumer<Rectangle, Tone> told) {
    model
        .sheet()
        .get()
        .ifPresent(sheet -> {
          for (Sheet.Card card : sheet.cards()) {
            HierarchyNode node = sheet.picture().node(card.index());
            told.accept(card.box(), model.looks().of(node).tone());
          }
        });
  }

  /** How many cards the last picture shows. */
  public int drawn() {
    return drawn;
  }

  /**
   * The same place keeps its pixel when cards open and close; another root begins at its corner.
   */
  private void changed(Optional<Sheet> before, Optional<Sheet> now) {
    boolean sameRoot =
        before.isPresent()
            && now.isPresent()
            && before.get().picture().root().name().equals(now.get().picture().root().name());
    folding.settle();
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
      camera().pan(-dx * camera().zoom(), -dy * camera().zoom());
      folding.begin(before, now, dx, dy);
    }
  }

  @Override
  void resized() {
    model.room(getWidth() - MARGIN - 8, getHeight() - 2 * MARGIN);
    paintNow();
  }

  @Override
  void paint(double w, double h) {
    Optional<Sheet> sheet = folding.onItsWay().or(() -> model.sheet().get());
    speak();
    if (sheet.isEmpty()) {
      brush().clear();
      return;
    }
    if (!placed) {
      placed = true;
      camera().set(1, MARGIN, MARGIN);
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
            model.below(),
            true);
    drawn = painter.paint(sheet.get(), camera(), view, w, h);
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

  /** What is under the pointer. */
  CardHits hits() {
    return hits;
  }

  @Override
  boolean selectAt(double x, double y) {
    Optional<Sheet.Card> hit = hits.cardAt(x, y);
    hit.flatMap(card -> model.picture().map(picture -> picture.node(card.index()).id()))
        .ifPresent(model::select);
    return hit.isPresent();
  }

  /** Where a card is on the canvas now, in pixels. */
  public Rectangle placeOf(Sheet.Card card) {
    return hits.placeOf(card);
  }

  public void zoomTo(double zoom) {
    flight().zoomTo(zoom);
  }

  /** Shows everything that is open. */
  public void fit() {
    flight().fit();
  }

  /** Moves the selection into sight, as little as needed. */
  public void reveal() {
    if (placed) {
      flight().reveal();
    }
  }

  /** Puts the selection in the middle. */
  public void center() {
    flight().center();
  }

  @Override
  void stop() {
    folding.settle();
    super.stop();
  }
}
