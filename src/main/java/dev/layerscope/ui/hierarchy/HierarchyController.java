package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.Found;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The hierarchy page: outline, tool rows with crumbs and search, canvas, inspector. */
public final class HierarchyController {
  private static final int MOST_SIBLINGS = 40;
  private static final double ROOM_FOR_LEGEND = 560;

  private final HierarchyViewModel model;
  private final WorkspaceViewModel workspace;
  private final GraphView view;
  private final Minimap minimap;
  private final Legend legend;
  private final ModeRow mode;
  private final Exports exports;
  private final Modes modes;
  private final MapView map;

  @FXML private SplitPane panes;
  @FXML private StackPane canvasPane;
  @FXML private HBox crumbs;
  @FXML private TextField searchField;
  @FXML private Label searchCount;
  @FXML private Label drawnCount;
  @FXML private Label emptyNote;
  @FXML private VBox rows;
  @FXML private HBox tools;
  @FXML private HBox filterPlace;
  @FXML private Hyperlink suggestion;
  private boolean judged;
  private @Nullable Folds folds;
  private final ToggleGroup pictures = new ToggleGroup();
  private Label zoomLabel = new Label();
  private IntConsumer whenPainted = cards -> {};

  public HierarchyController(HierarchyViewModel model, WorkspaceViewModel workspace) {
    this.model = model;
    this.workspace = workspace;
    view = new GraphView(model);
    minimap = new Minimap(view, model);
    legend = new Legend(model);
    modes = new Modes(model, workspace);
    mode = new ModeRow(model, modes::leave);
    exports = new Exports(model, workspace);
    map = new MapView(model, workspace.background());
  }

  /** The pictures of one graph. */
  public enum Picture {
    TREE,
    FLEET,
    LAYERS
  }

  private @Nullable NodeMenu menu;

  /** What can be done with the selected node. */
  public List<MenuItem> menuItems() {
    return menu == null ? List.of() : menu.items();
  }

  @FXML
  void initialize() {
    var middle = (BorderPane) panes.getItems().getFirst();
    Node inspector = Views.load(new InspectorController(model, workspace));
    folds = new Folds(panes, middle, Views.load(new OutlineController(model)), inspector);
    folds.listen();
    view.setId("graph");
    canvasPane.getChildren().addFirst(view);
    canvasPane.getChildren().add(floating());
    view.onPainted(this::painted);
    menu = new NodeMenu(view, model, workspace);
    rows.getChildren().add(1, mode);
    filterPlace.getChildren().add(new FilterMenu(model));
    canvasPane.getChildren().add(1, map);
    map.onTree(() -> show(Picture.TREE));
    map.onPainted(() -> drawnCount.setText(map.note()));
    tools.getChildren().addAll(pictures(), modes.button(), exports.button());
    modes.onOverlay(mode::overlay);
    suggestion.setOnAction(ignored -> takeSuggestion());
    keys();
    searchField.textProperty().addListener((ignored, before, now) -> model.search().look(now));
    searchField.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    model.search().found().addListener((ignored, before, now) -> count(now));
    model.selected().addListener(ignored -> selectionMoved());
    model.sheet().addListener(ignored -> crumbs());
    count(Found.NOTHING);
  }

  private void keys() {
    view.onKey("B", modes::blast);
    view.onKey("O", modes::overlay);
    view.onKey("Space", this::toggleInspector);
    view.onKey("Shift+L", legend::toggle);
    view.onKey("Shift+M", () -> minimap.setVisible(!minimap.isVisible()));
    view.onKey("F7", () -> nextDifference(1));
    view.onKey("Shift+F7", () -> nextDifference(-1));
    view.onEscape(modes::stepBack);
  }

  private void toggleInspector() {
    if (folds != null) {
      folds.toggleInspector();
    }
  }

  private HBox pictures() {
    var box = new HBox();
    box.getStyleClass().add("segments");
    for (Picture picture : Picture.values()) {
      String key = "picture." + picture.name().toLowerCase(Locale.ROOT);
      var button = new ToggleButton(Messages.text(key));
      button.setId(key.replace('.', '-'));
      button.setToggleGroup(pictures);
      button.setUserData(picture);
      button.setSelected(picture == Picture.TREE);
      button.setOnAction(ignored -> show(picture));
      box.getChildren().add(button);
    }
    return box;
  }

  /** Draws another picture of the same graph; the selection stays. */
  public void show(Picture picture) {
    pictures.getToggles().stream()
        .filter(toggle -> picture == toggle.getUserData())
        .findFirst()
        .ifPresent(pictures::selectToggle);
    boolean tree = picture == Picture.TREE;
    view.setVisible(tree);
    minimap.getParent().getParent().setVisible(tree);
    map.setVisible(!tree);
    if (tree) {
      view.requestFocus();
      view.reveal();
      view.repaint();
    } else {
      map.show(picture == Picture.FLEET);
      map.requestFocus();
    }
  }

  /** How many boxes of the fleet or the layers are drawn. */
  public int mapped() {
    return map.drawn();
  }

  private void takeSuggestion() {
    model.search().nearest().ifPresent(searchField::setText);
    searchField.requestFocus();
    searchField.end();
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

  /** Gives the focus to the next of outline, picture and inspector. */
  public void nextPane() {
    List<Node> order =
        Stream.of(panes.lookup(".tree-table-view"), view, panes.lookup(".inspector .tab-pane"))
            .filter(Objects::nonNull)
            .toList();
    Node owner = panes.getScene().getFocusOwner();
    int at = 0;
    for (int i = 0; i < order.size(); i++) {
      for (Node up = owner; up != null; up = up.getParent()) {
        if (up.equals(order.get(i))) {
          at = i + 1;
        }
      }
    }
    order.get(at % order.size()).requestFocus();
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
    searchField.requestFocus();
    searchField.selectAll();
  }

  /** Goes to the next hit of the search, or the one before. */
  public void nextHit(int direction) {
    model.search().next(direction);
    view.reveal();
  }

  private void selectionMoved() {
    crumbs();
    view.reveal();
  }

  private void painted(int cards) {
    // Where the canvas is small the legend would cover what it explains.
    if (!judged) {
      judged = true;
      legend.show(view.getWidth() >= ROOM_FOR_LEGEND);
    }
    minimap.paint();
    zoomLabel.setText(Long.toString(Math.round(view.zoom() * 100)));
    model
        .sheet()
        .get()
        .ifPresent(sheet -> {
          int all = sheet.picture().size();
          int shown = sheet.cards().size();
          drawnCount.setText(
              Messages.count("count.nodes", all)
                  + ": "
                  + Messages.text("graph.drawn", shown, all - shown));
          boolean empty = sheet.cards().isEmpty();
          emptyNote.setVisible(empty);
          if (empty) {
            emptyNote.setText(
                sheet
                    .picture()
                    .root()
                    .unknown()
                    .orElse(Messages.text("graph.noroot", sheet.picture().root().name())));
          }
        });
    whenPainted.accept(cards);
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      nextHit(event.isShiftDown() ? -1 : 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      clearSearch();
      event.consume();
    }
  }

  @FXML
  void clearSearch() {
    searchField.clear();
    view.requestFocus();
  }

  @FXML
  void nextHit() {
    nextHit(1);
  }

  @FXML
  void previousHit() {
    nextHit(-1);
  }

  private void count(Found found) {
    boolean none = found.isOn() && found.hits().isEmpty();
    Optional<String> nearest = none ? model.search().nearest() : Optional.empty();
    suggestion.setVisible(nearest.isPresent());
    suggestion.setManaged(nearest.isPresent());
    suggestion.setText(nearest.map(word -> Messages.text("search.mean", word)).orElse(""));
    searchCount.setText(
        !found.isOn()
            ? ""
            : none
                ? Messages.text("search.none")
                : found.current() < 0
                    ? Messages.count("count.matches", found.hits().size())
                    : Messages.text("search.of", found.current() + 1, found.hits().size()));
  }

  /** root › parent › node: each crumb goes there. */
  private void crumbs() {
    crumbs.getChildren().clear();
    Optional<TreePicture> picture = model.picture();
    if (picture.isEmpty()) {
      return;
    }
    var chain = model.selectedIndex().map(picture.get()::chain).orElse(List.of());
    int skipped = Math.max(0, chain.size() - 4);
    for (int i = 0; i < chain.size(); i++) {
      if (i > 0 && i <= skipped) {
        continue;
      }
      HierarchyNode node = picture.get().node(chain.get(i));
      if (i > 0) {
        crumbs.getChildren().add(Pieces.icon("fth-chevron-right", 13));
      }
      var crumb =
          new Hyperlink(node.label(), new GlyphIcon(model.looks().of(node), node.isResources()));
      crumb.getStyleClass().add(i == chain.size() - 1 ? "crumb-current" : "crumb");
      crumb.setMinWidth(40);
      crumb.setOnAction(ignored -> model.select(node.id()));
      crumbs.getChildren().addAll(crumb, siblings(picture.get(), chain.get(i)));
    }
  }

  /** The nodes beside a crumb, to go to. */
  private MenuButton siblings(TreePicture picture, int at) {
    var menu = new MenuButton("");
    menu.getStyleClass().addAll("quiet", "crumb-menu");
    menu.setAccessibleText(Messages.text("graph.siblings", picture.node(at).label()));
    menu.setFocusTraversable(false);
    menu.getItems().add(new MenuItem());
    menu.setOnShowing(ignored -> {
      menu.getItems().clear();
      List<Integer> beside =
          picture.parent(at) < 0 ? picture.tops() : picture.children(picture.parent(at));
      for (int other : beside.stream().limit(MOST_SIBLINGS).toList()) {
        HierarchyNode node = picture.node(other);
        var sign = new GlyphIcon(model.looks().of(node), node.isResources());
        var item = new MenuItem(node.label(), sign);
        item.setOnAction(chosen -> model.select(node.id()));
        menu.getItems().add(item);
      }
      if (beside.size() > MOST_SIBLINGS) {
        var more = new MenuItem(Messages.text("graph.more", beside.size() - MOST_SIBLINGS));
        more.setDisable(true);
        menu.getItems().add(more);
      }
    });
    return menu;
  }

  private VBox floating() {
    var zoom =
        new VBox(
            tool("+", "graph.zoomin", () -> view.zoomBy(1.25)),
            number(),
            tool("−", "graph.zoomout", () -> view.zoomBy(0.8)));
    var fit =
        new VBox(
            8,
            icon("fth-maximize", "graph.fit", view::fit),
            icon("fth-crosshair", "graph.center", view::center));
    var box = new HBox(8, minimap, zoom, fit);
    box.setAlignment(Pos.BOTTOM_LEFT);
    box.setPickOnBounds(false);
    var all = new VBox(8, legend, box);
    all.setAlignment(Pos.BOTTOM_LEFT);
    all.setMaxSize(
        javafx.scene.layout.Region.USE_PREF_SIZE, javafx.scene.layout.Region.USE_PREF_SIZE);
    all.setPickOnBounds(false);
    StackPane.setAlignment(all, Pos.BOTTOM_LEFT);
    StackPane.setMargin(all, new Insets(12));
    return all;
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
