package dev.layerscope.ui.compare.page;

import dev.layerscope.edit.intention.Tick;
import dev.layerscope.export.DiffDocument;
import dev.layerscope.export.DiffHtml;
import dev.layerscope.export.DiffJson;
import dev.layerscope.export.DiffMarkdown;
import dev.layerscope.export.DiffText;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.compare.DescribeDiff;
import dev.layerscope.ui.common.DiffList;
import dev.layerscope.ui.common.DiffView;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.compare.Reports;
import dev.layerscope.ui.compare.rule.Acknowledging;
import dev.layerscope.ui.compare.text.CompareRow;
import dev.layerscope.ui.compare.text.CompareText;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The compare page: two pickers, a tree of what differs, two texts beside each other. */
public final class CompareController {
  private final WorkspaceViewModel workspace;
  private final CompareViewModel model;
  private final CompareDoors doors;
  private final DiffView view = new DiffView();
  private Optional<NodeId> wanted = Optional.empty();

  @FXML private BorderPane page;
  @FXML private ComboBox<String> base;
  @FXML private ComboBox<String> incoming;
  @FXML private Label summary;
  @FXML private TreeView<CompareRow> tree;
  @FXML private Label treeTitle;
  @FXML private Label fleet;
  @FXML private Label textTitle;
  @FXML private HBox textCounts;
  @FXML private Label fromSide;
  @FXML private Label toSide;
  @FXML private Label fromPlace;
  @FXML private Label toPlace;
  @FXML private StackPane diffPane;
  @FXML private HBox sinceBox;
  @FXML private HBox modeBox;
  @FXML private HBox layoutBox;
  @FXML private Label riskCount;
  @FXML private VBox hiddenBox;
  @FXML private Label viewedLabel;
  @FXML private ProgressBar viewedBar;
  @FXML private CheckBox viewed;
  @FXML private Label place;
  @FXML private Button promote;
  @FXML private Button drawOver;
  @FXML private MenuButton exportMenu;
  private ComparePickers sides;
  private CompareSummary sum;
  private CompareCounts counts;
  private CompareAsking asking;
  private CompareSwitches switches;
  private CompareHidden hidden;
  private CompareHeading heading;
  private CompareWalk walk;
  private DifferenceMenu menu;
  private ComparePromotion promotion;

  /**
   * @param doors to the other pages
   */
  @SuppressWarnings("NullAway.Init") // the parts that need the page are made once it is loaded
  public CompareController(
      WorkspaceViewModel workspace, CompareViewModel model, CompareDoors doors) {
    this.doors = doors;
    this.workspace = workspace;
    this.model = model;
  }

  @FXML
  void initialize() {
    diffPane.getChildren().add(view);
    sum = new CompareSummary(summary, fleet, fromSide, toSide);
    place.textProperty().bind(view.place());
    sides = new ComparePickers(base, incoming, this::run);
    asking = new CompareAsking(workspace.background(), model, sides, view, summary);
    page.setTop(new VBox(page.getTop(), asking.line()));
    counts = new CompareCounts(model, tree, treeTitle, riskCount, viewedLabel, viewedBar);
    switches = new CompareSwitches(model, view, this::run, this::look);
    switches.fill(sinceBox, modeBox, layoutBox);
    hidden = new CompareHidden(model, model.rules(), hiddenBox, this::run, doors.toRules());
    heading = new CompareHeading(model, textTitle, textCounts, fromPlace, toPlace, viewed);
    walk = new CompareWalk(tree, view, model);
    menu =
        new DifferenceMenu(
            () -> model.text().get(),
            model.rules()::expect,
            field ->
                Acknowledging.ask(field.entry(), page.getScene().getWindow())
                    .ifPresent(model.rules()::expect));
    promotion = new ComparePromotion(workspace, model, view, menu, promote);
    for (DiffList list : view.lists()) {
      menu.on(list);
    }
    view.lists().getFirst().onTake(model::canPromote, promotion::take, promotion::taken);
    view.searchBeyond(walk::find);
    tree.setShowRoot(false);
    tree.setFixedCellSize(24);
    tree.setCellFactory(ignored -> new CompareCell(workspace, model));
    var elsewhere = new CompareElsewhere(model, doors, this::chosen);
    tree.setContextMenu(elsewhere.menu());
    elsewhere.drawn(drawOver);
    new Reports<>(workspace, exportMenu, "comparison", this::report)
        .add("report.html", "html", DiffHtml::print)
        .add("report.markdown", "md", DiffMarkdown::print)
        .add("report.text", "txt", DiffText::print)
        .add("report.json", "json", DiffJson::print);
    tree.getSelectionModel().selectedItemProperty().addListener(ignored -> look());
    listen();
    page.addEventFilter(
        KeyEvent.KEY_PRESSED,
        new CompareKeys(view, walk, switches, hidden, menu)
                .with(KeyCode.X, this::swap)
                .with(KeyCode.O, elsewhere::overlay)
            ::press);
    pickers();
    show(CompareText.NOTHING);
  }

  private void listen() {
    workspace.opened().addListener(ignored -> pickers());
    workspace
        .shown()
        .addListener((ignored, before, now) -> {
          if (before.isPresent() && model.comparison().get().isPresent()) {
            run();
          }
        });
    model
        .rules()
        .state()
        .addListener((ignored, before, now) -> {
          if (now.isPresent() && model.comparison().get().isPresent()) {
            run();
          }
        });
    model.comparison().addListener((ignored, before, now) -> now.ifPresent(this::show));
    model.text().addListener((ignored, before, now) -> show(now));
    SetChangeListener<String> seen =
        change -> {
          tree.refresh();
          counts.viewed();
          chosen().ifPresent(heading::viewed);
        };
    model.viewed().addListener(seen);
    SetChangeListener<Tick> ticked =
        change -> {
          tree.refresh();
          view.refresh();
          promotion.show();
        };
    model.ticks().all().addListener(ticked);
  }

  /** Compares when the page is first looked at. */
  public void enter() {
    tree.requestFocus();
    if (model.comparison().get().isEmpty()) {
      run();
    }
  }

  /** Compares two sides as people write them. */
  public void choose(String from, String to) {
    sides.set(from, to);
    run();
  }

  /** The same, and goes to one node, as from a picture or from the matrix. */
  public void choose(String from, String to, Optional<NodeId> node) {
    wanted = node;
    choose(from, to);
  }

  private void run() {
    asking.run();
  }

  private void pickers() {
    model.clear();
    boolean enough = sides.offer(workspace.opened().get());
    promotion.show();
    summary.setText(enough ? "" : Messages.text("compare.few"));
    view.instead().set(Messages.text(enough ? "compare.choose" : "compare.few"));
  }

  @FXML
  void swap() {
    choose(sides.incoming(), sides.base());
  }

  private void show(Comparison comparison) {
    String from = sides.base();
    String to = sides.incoming();
    String words = sum.show(comparison, from, to);
    Optional<String> before = chosen().map(CompareRow::key);
    tree.setRoot(CompareTree.of(comparison));
    boolean nothing = walk.first(CompareRow::looksAtSomething).isEmpty();
    view.instead().set(nothing ? words : Messages.text("compare.choose"));
    counts.show(comparison);
    hidden.show(comparison);
    promotion.show();
    walk.begin(wanted, before);
    wanted = Optional.empty();
    // What had the focus may have left with the page before: single keys are for the tree. Nobody
    // who types what to look for loses the field to an answer that comes late.
    if (!view.isSearching()) {
      tree.requestFocus();
    }
  }

  @FXML
  void promote() {
    promotion.want();
  }

  /** Brings the commits in sight that only one side has. */
  @FXML
  void commits() {
    walk.first(row -> row instanceof CompareRow.OfCommit).ifPresent(walk::choose);
  }

  private void look() {
    chosen()
        .ifPresent(row -> {
          heading.viewed(row);
          model.look(row);
        });
  }

  private Optional<DiffDocument> report() {
    return model
        .comparison()
        .get()
        .map(comparison -> DescribeDiff.of(comparison, sides.base(), sides.incoming()));
  }

  private Optional<CompareRow> chosen() {
    return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  private void show(CompareText text) {
    heading.show(text);
    view.show(text.rows());
    walk.arrived();
  }

  /** Marks what is looked at as viewed, and goes on. */
  @FXML
  void view() {
    walk.viewed();
    tree.requestFocus();
  }

  @FXML
  void nextDifference() {
    walk.difference(1);
  }

  @FXML
  void previousDifference() {
    walk.difference(-1);
  }
}
