package dev.layerscope.ui.hierarchy;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.Motion;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The hierarchy page: outline, tool rows with crumbs and search, canvas, inspector. */
public final class HierarchyController {
  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;
  private final SettingsFile settings;
  private final GraphView view;
  private final FloatingTools tools;
  private final ModeRow mode;
  private final Exports exports;
  private final Modes modes;
  private final MapView map;
  private final SearchBoxController searching;
  private final PictureSwitch pictures = new PictureSwitch(this::show);

  @FXML private SplitPane panes;
  @FXML private StackPane canvasPane;
  @FXML private HBox crumbs;
  @FXML private Label drawnCount;
  @FXML private Label emptyNote;
  @FXML private VBox rows;
  @FXML private HBox toolRow;
  @FXML private HBox searchPlace;
  @FXML private HBox filterPlace;
  private @Nullable Folds folds;
  private @Nullable NodeMenu menu;
  private @Nullable DrawnNote counted;
  private IntConsumer whenPainted = cards -> {};
  private BiConsumer<String, String> toCompare = (base, over) -> {};

  /**
   * @param settings where the widths of the panes are kept
   */
  public HierarchyController(
      HierarchyViewModel model, WorkspaceViewModel workspace, SettingsFile settings) {
    this.model = model;
    this.workspace = workspace;
    this.settings = settings;
    var time = new Motion(settings);
    view = new GraphView(model, time);
    tools = new FloatingTools(view, model, view.shortcuts());
    modes = new Modes(model, workspace);
    mode = new ModeRow(model, modes::leave);
    exports = new Exports(model, workspace);
    map = new MapView(model, workspace.background(), time, view.shortcuts());
    searching = new SearchBoxController(model, view::reveal, this::focus);
  }

  /** The pictures of one graph. */
  public enum Picture {
    TREE,
    FLEET,
    LAYERS
  }

  @FXML
  void initialize() {
    var middle = (BorderPane) panes.getItems().getFirst();
    Node inspector = Views.load(new InspectorController(model, workspace));
    var side = new SidePane(model, workspace, (a, b) -> toCompare.accept(a, b), inspector);
    var outline = new OutlineController(model);
    outline.onUnreached(this::unreached);
    folds = new Folds(panes, middle, Views.load(outline), side, settings);
    outline.onWide(folds::wide);
    folds.listen();
    view.setId("graph");
    counted = new DrawnNote(model, drawnCount, emptyNote);
    canvasPane.getChildren().addFirst(view);
    canvasPane.getChildren().add(1, map);
    canvasPane.getChildren().add(tools.box());
    canvasPane.getChildren().add(new NoRootNote(workspace, this::unreached));
    view.onPainted(this::painted);
    menu = new NodeMenu(model, workspace, modes, () -> shownPlane().flight().fitSelection());
    menu.listen(view);
    menu.listen(map);
    rows.getChildren().add(1, mode);
    rows.getChildren().add(new FilterChips(model));
    searchPlace.getChildren().add(Views.load(searching));
    filterPlace.getChildren().add(new FilterMenu(model, modes));
    filterPlace.getChildren().addAll(map.choice().switches());
    exports.onMap(() -> map.isVisible() ? map.picture() : Optional.empty());
    map.onTree(() -> show(Picture.TREE));
    map.onPainted(this::mapped);
    toolRow.getChildren().addAll(pictures, modes.button(), exports.button());
    var since = new MovedMarks(model, workspace, mode::moved);
    modes.onOverlay(overlay -> {
      mode.overlay(overlay);
      if (overlay == null) {
        since.draw();
      }
      // The picture comes first, then the outline, the inspector and what explains them.
      Background.afterFrames(2, () -> tools.overlay(Optional.ofNullable(overlay)));
      Background.afterFrames(4, () -> side.overlay(overlay));
    });
    since.draw();
    keys();
    model.selected().addListener(ignored -> view.reveal());
    new Crumbs(model, crumbs);
  }

  private void keys() {
    Shortcuts keys = view.shortcuts();
    keys.on("B", modes::blast);
    keys.on("Shift+B", this::blastPlace);
    keys.on("O", modes::overlay);
    keys.on("Copy", () -> model.selectedNode().ifPresent(node -> CodeList.copy(node.name())));
    keys.on("Space", this::toggleInspector);
    keys.on("Shift+Space", this::foldPanes);
    keys.on("F7", () -> nextDifference(1));
    keys.on("Shift+F7", () -> nextDifference(-1));
    keys.on("F8", () -> nextFinding(1));
    keys.on("Shift+F8", () -> nextFinding(-1));
    keys.onEscape(modes::stepBack);
    keys.onMenu((x, y) -> menu().show(shownPlane(), x, y));
    // The same from the outline, the inspector or the search field.
    panes.addEventHandler(KeyEvent.KEY_PRESSED, this::elsewhere);
  }

  private void elsewhere(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    int direction = event.isShiftDown() ? -1 : 1;
    if (plain && event.getCode() == KeyCode.F7) {
      nextDifference(direction);
      event.consume();
    } else if (plain && event.getCode() == KeyCode.F8) {
      nextFinding(direction);
      event.consume();
    }
  }

  /** Lists what repositories declare and no root reaches. */
  public void unreached() {
    new UnreachedDialog(workspace, panes.getScene().getWindow()).look();
  }

  /** Asks for a file or directory, and lights up what a change to it reaches. */
  public void blastPlace() {
    new PlaceDialog(workspace, model.selectedNode(), panes.getScene().getWindow())
        .ask(modes::blastPlace);
  }

  private void toggleInspector() {
    if (folds != null) {
      folds.toggleInspector();
    }
  }

  /** Folds outline and inspector, or brings them back: all the room for the picture. */
  public void foldPanes() {
    if (folds != null) {
      folds.toggleOutline();
      folds.toggleInspector();
    }
  }

  /** What can be done with the selected node. */
  public List<MenuItem> menuItems() {
    return menu == null ? List.of() : menu.items();
  }

  /** Draws another picture of the same graph; the selection stays. */
  public void show(Picture picture) {
    pictures.mark(picture);
    boolean tree = picture == Picture.TREE;
    view.setVisible(tree);
    map.setVisible(!tree);
    tools.over(shownPlane(), tree);
    searching.ofOneRoot(tree);
    if (tree) {
      view.requestFocus();
      view.reveal();
      view.repaint();
    } else {
      map.show(picture == Picture.FLEET);
      map.requestFocus();
    }
  }

  /** Gives the keyboard to the picture that is drawn. */
  public void focus() {
    shownPlane().requestFocus();
  }

  private Plane shownPlane() {
    return map.isVisible() ? map : view;
  }

  private NodeMenu menu() {
    return Objects.requireNonNull(menu);
  }

  private void mapped() {
    counted().map(map.note());
    tools.painted();
  }

  /** How many boxes of the fleet or the layers are drawn. */
  public int boxesDrawn() {
    return map.drawn();
  }

  /** What the picture can be turned into. */
  public Exports exports() {
    return exports;
  }

  /** Blast radius and overlay. */
  public Modes modes() {
    return modes;
  }

  /** Goes to the next difference of an overlay, or the one before. */
  public void nextDifference(int direction) {
    mode.next(direction);
    view.reveal();
  }

  /** Goes to the next node with an error or a warning, or the one before; closed branches open. */
  public void nextFinding(int direction) {
    Troubles.next(model, direction);
    view.reveal();
  }

  /** Gives the focus to the next of outline, picture and inspector. */
  public void nextPane() {
    PaneWalk.next(panes, shownPlane());
  }

  /** Opens the comparison of two environments: the base, then the other. */
  public void onCompare(BiConsumer<String, String> action) {
    toCompare = action;
  }

  /** Called after every picture with the number of cards drawn. */
  public void onPainted(IntConsumer action) {
    whenPainted = action;
  }

  public GraphView view() {
    return view;
  }

  /** Puts the cursor into the search field. */
  public void search() {
    searching.begin();
  }

  /** Goes to the next hit of the search, or the one before. */
  public void nextHit(int direction) {
    searching.go(direction);
  }

  private void painted(int cards) {
    tools.painted();
    counted().tree(view);
    whenPainted.accept(cards);
  }

  private DrawnNote counted() {
    return Objects.requireNonNull(counted);
  }
}
