package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Estate;
import dev.layerscope.export.picture.Ghosts;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.export.picture.MarksBelow;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.layout.SpanningTree;
import dev.layerscope.ui.common.Background;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the hierarchy page shows: the root chosen, what is open, what is selected. A new hierarchy
 * (another environment, a commit) keeps all three as far as it has them.
 */
public final class HierarchyViewModel {
  private final ReadOnlyObjectWrapper<Optional<Hierarchy>> hierarchy =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<NodeId>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<Estate> estate = Optional.empty();
  private final Lighting lighting;
  private final Visits visits = new Visits(this);
  private final Background background;
  private final Marks marks = new Marks();
  private final Drawn drawn;
  private final Search search;
  private LayerLooks looks = LayerLooks.none();
  private String rootName = "";

  /** Does everything at once, in the caller's thread. */
  public HierarchyViewModel() {
    this(Background.immediate());
  }

  /**
   * @param background where long work is done
   */
  public HierarchyViewModel(Background background) {
    this.background = background;
    search = new Search(this);
    drawn = new Drawn(background, this::picture, () -> light().get().kept(), marks::ghosts);
    lighting = new Lighting(this::relight, drawn::layOut);
    selected.addListener(ignored -> {
      if (focused().get()) {
        relight();
      }
    });
  }

  private void relight() {
    lighting.shine(picture(), looks, selectedIndex());
  }

  /** What stands out. */
  ReadOnlyObjectProperty<Light> light() {
    return lighting.light();
  }

  /** The chips pressed. */
  public ObjectProperty<Filter> filter() {
    return lighting.filter();
  }

  /** The blast radius shown. */
  public ObjectProperty<Optional<Radius>> blast() {
    return lighting.blast();
  }

  /** Where the person was before, and after. */
  public Visits visits() {
    return visits;
  }

  public ReadOnlyObjectProperty<Optional<Hierarchy>> hierarchy() {
    return hierarchy.getReadOnlyProperty();
  }

  /** What is drawn of the root chosen. */
  public ReadOnlyObjectProperty<Optional<Sheet>> sheet() {
    return drawn.sheet();
  }

  public ObjectProperty<Optional<NodeId>> selected() {
    return selected;
  }

  /** Whether the selection's chain stands out and the rest is dimmed. */
  public ObjectProperty<Boolean> focused() {
    return lighting.focused();
  }

  public Search search() {
    return search;
  }

  public LayerLooks looks() {
    return looks;
  }

  public Map<NodeId, Mark> marks() {
    return marks.all();
  }

  /** What marked cards say. */
  Map<NodeId, String> notes() {
    return marks.notes();
  }

  /**
   * How much fits on the canvas at 100 %: what is opened at first is chosen to be readable there.
   */
  public void room(double width, double height) {
    drawn.branches().room(width, height);
  }

  /** Shows an estate. */
  public void show(Estate fresh) {
    show(fresh, Map.of(), Map.of());
  }

  /**
   * Shows an estate with some nodes marked as different.
   *
   * @param freshNotes what the marked cards say
   */
  public void show(Estate seen, Map<NodeId, Mark> freshMarks, Map<NodeId, String> freshNotes) {
    show(seen, freshMarks, freshNotes, Ghosts.NONE);
  }

  /** The same, with the places that moved nodes had before. */
  void show(
      Estate seen, Map<NodeId, Mark> freshMarks, Map<NodeId, String> freshNotes, Ghosts ghosts) {
    Hierarchy fresh = seen.hierarchy();
    Optional<NodeId> kept = selected.get();
    looks = seen.looks();
    marks.set(freshMarks, freshNotes);
    marks.moved(ghosts);
    lighting.begin();
    estate = Optional.of(seen);
    hierarchy.set(Optional.of(fresh));
    String name = fresh.root(rootName).map(ResolvedRoot::name).or(seen::firstRoot).orElse("");
    rootName = "";
    chooseRoot(name);
    kept.filter(id -> fresh.node(id).isPresent()).ifPresentOrElse(this::select, this::selectTop);
    search.again();
  }

  /** Marks other nodes of what is shown as different. */
  void mark(Map<NodeId, Mark> freshMarks, Map<NodeId, String> freshNotes) {
    marks.set(freshMarks, freshNotes);
  }

  /** How many marked nodes lie below each one of the picture drawn. */
  MarksBelow below() {
    return marks.below(picture());
  }

  /** Counts how often marks were changed, for those who draw them. */
  ReadOnlyIntegerProperty marked() {
    return marks.changes();
  }

  public String rootName() {
    return rootName;
  }

  /** The picture of a root. */
  public Optional<TreePicture> picture(String root) {
    return estate.flatMap(seen -> seen.picture(root));
  }

  /** How many nodes a root reaches. */
  public int reached(ResolvedRoot root) {
    return estate.map(seen -> seen.reached(root)).orElse(0);
  }

  /** How many nodes are Applications. */
  long applications() {
    return estate.map(Estate::applications).orElse(0L);
  }

  /** The picture of the root chosen. */
  public Optional<TreePicture> picture() {
    return picture(rootName);
  }

  /** Draws another root. */
  public void chooseRoot(String name) {
    if (name.equals(rootName) && sheet().get().isPresent()) {
      return;
    }
    rootName = name;
    picture().ifPresent(drawn.branches()::begin);
    relight();
    drawn.layOut();
    search.again();
  }

  private void selectTop() {
    selected.set(Optional.empty());
    picture()
        .filter(picture -> !picture.tops().isEmpty())
        .ifPresent(
            picture -> selected.set(Optional.of(picture.node(picture.tops().getFirst()).id())));
  }

  /** Selects a node: draws its root and opens what hides it. */
  public void select(NodeId id) {
    if (picture().map(picture -> !picture.has(id)).orElse(true)) {
      hierarchy
          .get()
          .flatMap(h -> h.rootsReaching(id).stream().findFirst())
          .ifPresent(r -> chooseRoot(r.name()));
    }
    drawn.reveal(id);
    selected.set(Optional.of(id));
  }

  /** Everything that shows its children, of every root. */
  Set<NodeId> open() {
    return drawn.branches().open();
  }

  /** Where long work about what is shown is done. */
  Background background() {
    return background;
  }

  public boolean isOpen(NodeId id) {
    return drawn.branches().isOpen(id);
  }

  /** Opens or closes a node. A selection that disappears moves to the node closed. */
  public void toggle(NodeId id) {
    setOpen(id, !isOpen(id));
  }

  /** The same; thousands of children come a little later. */
  public void setOpen(NodeId id, boolean wanted) {
    boolean turned = drawn.turn(id, wanted);
    if (turned && !wanted && selectedIndex().isPresent() && selectedCard().isEmpty()) {
      selected.set(Optional.of(id));
    }
  }

  /** Opens everything below a node: in the background, for that may be ten thousand cards. */
  public void openAllBelow(NodeId id) {
    drawn.openAllBelow(id);
  }

  /** Closes everything of the root drawn but its top. */
  public void closeAll() {
    picture()
        .ifPresent(picture -> {
          drawn.branches().closeAll(picture);
          drawn.layOut();
          selectTop();
        });
  }

  /** The index of the selection in the picture drawn. */
  public Optional<Integer> selectedIndex() {
    return picture()
        .flatMap(p -> selected.get().map(p::indexOf))
        .filter(at -> at != SpanningTree.NONE);
  }

  public Optional<Sheet.Card> selectedCard() {
    return sheet().get().flatMap(shown -> selectedIndex().flatMap(shown::card));
  }

  public Optional<HierarchyNode> selectedNode() {
    return hierarchy.get().flatMap(h -> selected.get().flatMap(h::node));
  }

  /** Moves the selection the way an arrow points. */
  public void walk(Walk.Step step) {
    picture()
        .ifPresent(picture ->
            selectedIndex()
                .ifPresentOrElse(at -> Walk.take(this, picture, at, step), this::selectTop));
  }
}
