package dev.layerscope.ui.shell;

import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.CodeList;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.compare.CompareController;
import dev.layerscope.ui.compare.CompareViewModel;
import dev.layerscope.ui.compare.MatrixController;
import dev.layerscope.ui.edit.ChangesController;
import dev.layerscope.ui.findings.FindingsController;
import dev.layerscope.ui.hierarchy.Exports;
import dev.layerscope.ui.hierarchy.GraphView;
import dev.layerscope.ui.hierarchy.HierarchyController;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.WelcomeController;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import dev.layerscope.workspace.Workspace.Environment;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;

/** The frame: header with the environment switch, rail of pages, banner, status line. */
public final class ShellController {
  /** The pages of the rail. */
  public enum Page {
    HIERARCHY,
    COMPARE,
    MATRIX,
    FINDINGS,
    CHANGES
  }

  private final WorkspaceViewModel workspace;
  private final HierarchyViewModel hierarchy;
  private final Theme theme;
  private final SettingsFile settings;
  private final HierarchyController hierarchyPage;
  private final CompareController comparePage;
  private final MatrixController matrixPage;
  private final FindingsController findingsPage;
  private final ChangesController changesPage;
  private final ReadyFile ready = new ReadyFile();
  private final Map<Page, Node> pages = new EnumMap<>(Page.class);
  private final ToggleGroup environments = new ToggleGroup();

  @FXML private BorderPane frame;
  @FXML private StackPane content;
  @FXML private HBox banner;
  @FXML private Label bannerText;
  @FXML private Hyperlink bannerRetry;
  @FXML private Label workspaceName;
  @FXML private HBox environmentBox;
  @FXML private Label environmentLabel;
  @FXML private Menu themeMenu;
  @FXML private Label counts;
  @FXML private Label errorCount;
  @FXML private Label warningCount;
  @FXML private HBox activityBox;
  @FXML private Label activityText;
  @FXML private ProgressBar activityBar;
  @FXML private Label activityCount;
  @FXML private Label readAt;
  @FXML private ToggleGroup rail;
  @FXML private ToggleButton hierarchyItem;
  @FXML private ToggleButton compareItem;
  @FXML private ToggleButton matrixItem;
  @FXML private ToggleButton findingsItem;
  @FXML private ToggleButton changesItem;
  @FXML private Label findingsCount;
  @FXML private Node railBox;

  public ShellController(
      WorkspaceViewModel workspace,
      HierarchyViewModel hierarchy,
      Theme theme,
      SettingsFile settings) {
    this.workspace = workspace;
    this.hierarchy = hierarchy;
    this.theme = theme;
    this.settings = settings;
    hierarchyPage = new HierarchyController(hierarchy, workspace);
    changesPage = new ChangesController(workspace);
    findingsPage = new FindingsController(workspace, this::goTo);
    comparePage = new CompareController(workspace, new CompareViewModel(workspace));
    matrixPage = new MatrixController(workspace, this::compare);
  }

  @FXML
  void initialize() {
    pages.put(Page.HIERARCHY, Views.load(hierarchyPage));
    pages.put(Page.COMPARE, Views.load(comparePage));
    pages.put(Page.MATRIX, Views.load(matrixPage));
    pages.put(Page.CHANGES, Views.load(changesPage));
    pages.put(Page.FINDINGS, Views.load(findingsPage));
    hierarchyPage.onPainted(this::painted);
    hierarchyPage.view().onKey("?", this::keys);
    hierarchyPage.view().onKey("/", this::search);
    workspace.opened().addListener(ignored -> opened());
    workspace.shown().addListener((ignored, before, now) -> now.ifPresent(this::show));
    workspace.problem().addListener(ignored -> problem());
    workspace.background().activity().addListener(ignored -> activity());
    workspace.wanted().addListener(ignored -> markEnvironment());
    rail.selectedToggleProperty()
        .addListener((ignored, before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    themes();
    activity();
    problem();
    status(Optional.empty());
    content.getChildren().setAll(page(Page.HIERARCHY));
  }

  /** The canvas of the hierarchy page. */
  GraphView graph() {
    return hierarchyPage.view();
  }

  /** The page of the hierarchy. */
  HierarchyController pictures() {
    return hierarchyPage;
  }

  /** Draws the environment shown over another one. */
  void overlay(String base) {
    hierarchyPage.modes().overlay(base);
  }

  /** Writes the picture into a file. */
  void export(Exports.Wish wish, Path file) {
    hierarchyPage.exports().write(wish, file);
  }

  private Node page(Page wanted) {
    return Objects.requireNonNull(pages.get(wanted), "every page is loaded at the start");
  }

  /** Shows a page; keys and the rail come here. */
  public void go(Page wanted) {
    if (workspace.opened().get().isEmpty()) {
      return;
    }
    content.getChildren().setAll(page(wanted));
    ToggleButton item =
        switch (wanted) {
          case HIERARCHY -> hierarchyItem;
          case COMPARE -> compareItem;
          case MATRIX -> matrixItem;
          case FINDINGS -> findingsItem;
          case CHANGES -> changesItem;
        };
    item.setSelected(true);
    switch (wanted) {
      case HIERARCHY -> hierarchyPage.view().requestFocus();
      case COMPARE -> comparePage.enter();
      case MATRIX -> matrixPage.enter();
      case FINDINGS -> findingsPage.enter();
      case CHANGES -> changesPage.enter();
    }
  }

  void look(String environment) {
    workspace.look(Selection.environment(environment));
  }

  void goTo(NodeId node) {
    go(Page.HIERARCHY);
    hierarchy.select(node);
    hierarchyPage.view().requestFocus();
  }

  /** Shows what there is to do when nothing is open. */
  public void welcome() {
    railBox.setVisible(false);
    railBox.setManaged(false);
    content.getChildren().setAll(Views.load(new WelcomeController(workspace, this::open)));
  }

  private void opened() {
    workspace
        .opened()
        .get()
        .ifPresent(open -> {
          railBox.setVisible(true);
          railBox.setManaged(true);
          workspaceName.setText(open.workspace().name());
          settings.put("recent", open.workspace().file().toString());
          environments(open.workspace().environments());
          go(Page.HIERARCHY);
        });
  }

  private void environments(List<Environment> all) {
    environmentBox.getChildren().clear();
    var buttons = new ArrayList<ToggleButton>();
    buttons.add(environment(Messages.text("environment.declared"), Selection.DECLARED));
    all.forEach(e -> buttons.add(environment(e.name(), Selection.environment(e.name()))));
    environmentBox.getChildren().setAll(buttons);
    environmentLabel.setVisible(!all.isEmpty());
    environmentBox.setVisible(!all.isEmpty());
    markEnvironment();
  }

  private ToggleButton environment(String name, Selection selection) {
    var button = new ToggleButton(name);
    button.setToggleGroup(environments);
    button.setUserData(selection);
    button.setAccessibleText(Messages.text("environment.named", name));
    button.setOnAction(ignored -> {
      button.setSelected(true);
      workspace.look(selection);
    });
    return button;
  }

  private void markEnvironment() {
    environments.getToggles().stream()
        .filter(toggle -> workspace.wanted().get().equals(toggle.getUserData()))
        .findFirst()
        .ifPresent(environments::selectToggle);
  }

  private void show(Shown now) {
    hierarchy.show(now.hierarchy(), now.looks());
    status(Optional.of(now));
  }

  private void painted(int cards) {
    hierarchy
        .hierarchy()
        .get()
        .ifPresent(shown -> ready.shown(shown.roots().size(), shown.nodes().size(), cards));
  }

  private void status(Optional<Shown> now) {
    var findings = now.map(shown -> shown.hierarchy().findings()).orElse(List.of());
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    long warnings = findings.stream().filter(f -> f.severity() == Severity.WARNING).count();
    counts.setText(now.map(ShellController::sizes).orElse(Messages.text("status.nothing")));
    errorCount.setText(Messages.count("count.errors", errors));
    warningCount.setText(Messages.count("count.warnings", warnings));
    errorCount.setVisible(errors > 0);
    errorCount.setManaged(errors > 0);
    warningCount.setVisible(warnings > 0);
    findingsCount.setText(Long.toString(errors));
    findingsCount.setVisible(errors > 0);
    readAt.setText(
        now.map(shown ->
                Messages.text(
                    "status.read",
                    shown
                        .selection()
                        .environmentName()
                        .orElse(Messages.text("environment.declared")),
                    shown.at()))
            .orElse(""));
  }

  private static String sizes(Shown shown) {
    return Messages.count("count.roots", shown.hierarchy().roots().size())
        + " · "
        + Messages.count("count.repositories", shown.opened().workspace().repositories().size())
        + " · "
        + Messages.count("count.applications", applications(shown))
        + " · ";
  }

  private static long applications(Shown shown) {
    return shown.hierarchy().nodes().stream().filter(n -> n.kind() == NodeKind.APPLICATION).count();
  }

  private void activity() {
    var now = workspace.background().activity().get();
    activityBox.setVisible(!now.quiet());
    activityText.setText(now.what());
    boolean known = now.total() > 0;
    activityBar.setProgress(
        known ? (double) now.done() / now.total() : ProgressBar.INDETERMINATE_PROGRESS);
    activityCount.setText(known ? Messages.text("status.of", now.done(), now.total()) : "");
  }

  private void problem() {
    var problem = workspace.problem().get();
    banner.setVisible(problem.isPresent());
    banner.setManaged(problem.isPresent());
    problem.ifPresent(p -> {
      bannerText.setText(p.message());
      bannerRetry.setOnAction(ignored -> p.retry().run());
    });
    if (problem.isPresent() && workspace.opened().get().isEmpty()) {
      welcome();
    }
  }

  private void themes() {
    var group = new ToggleGroup();
    for (Theme.Choice choice : Theme.Choice.values()) {
      var item =
          new RadioMenuItem(
              Messages.text("theme." + choice.name().toLowerCase(java.util.Locale.ROOT)));
      item.setToggleGroup(group);
      item.setSelected(theme.choice().get() == choice);
      item.setOnAction(ignored -> theme.choice().set(choice));
      themeMenu.getItems().add(item);
    }
  }

  @FXML
  void goHierarchy() {
    go(Page.HIERARCHY);
  }

  @FXML
  void goCompare() {
    go(Page.COMPARE);
  }

  @FXML
  void goMatrix() {
    go(Page.MATRIX);
  }

  /** From a cell of the matrix to the comparison behind it. */
  private void compare(String base, String incoming) {
    comparePage.choose(base, incoming);
    go(Page.COMPARE);
  }

  @FXML
  void goFindings() {
    go(Page.FINDINGS);
  }

  @FXML
  void goChanges() {
    go(Page.CHANGES);
  }

  @FXML
  void open() {
    var chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("open.title"));
    File chosen = chooser.showDialog(frame.getScene().getWindow());
    if (chosen != null) {
      workspace.open(chosen.toPath());
    }
  }

  @FXML
  void quit() {
    App.quit();
  }

  @FXML
  void refresh() {
    workspace.fetch();
  }

  @FXML
  void readAgain() {
    workspace.resolve();
  }

  @FXML
  void back() {
    hierarchy.visits().go(-1);
  }

  @FXML
  void forth() {
    hierarchy.visits().go(1);
  }

  @FXML
  void nextPane() {
    hierarchyPage.nextPane();
  }

  @FXML
  void blast() {
    go(Page.HIERARCHY);
    hierarchyPage.modes().blast();
  }

  @FXML
  void keys() {
    over(new KeysCard(this::closeOver));
  }

  @FXML
  void palette() {
    if (workspace.opened().get().isPresent()) {
      var commands = new Commands(this, hierarchy).all(workspace.shown().get());
      var palette = new Palette(commands, this::closeOver);
      over(palette);
      palette.begin();
    }
  }

  /** Something that floats over the page until it is done with. */
  private void over(Node card) {
    closeOver();
    StackPane.setAlignment(card, javafx.geometry.Pos.TOP_CENTER);
    StackPane.setMargin(card, new javafx.geometry.Insets(24));
    content.getChildren().add(card);
    card.requestFocus();
  }

  private void closeOver() {
    content.getChildren().removeIf(node -> node.getStyleClass().contains("over"));
    hierarchyPage.view().requestFocus();
  }

  @FXML
  void cancel() {
    workspace.background().cancelAll();
  }

  @FXML
  void dismiss() {
    workspace.problem().set(Optional.empty());
  }

  @FXML
  void copyDetails() {
    workspace.problem().get().ifPresent(p -> CodeList.copy(p.message() + "\n" + p.details()));
  }

  @FXML
  void search() {
    go(Page.HIERARCHY);
    hierarchyPage.search();
  }

  @FXML
  void nextHit() {
    hierarchyPage.nextHit(1);
  }

  @FXML
  void previousHit() {
    hierarchyPage.nextHit(-1);
  }

  @FXML
  void fit() {
    hierarchyPage.view().fit();
  }

  @FXML
  void fullSize() {
    hierarchyPage.view().zoomTo(1);
  }

  @FXML
  void toggleTheme() {
    theme.choice().set(theme.isDark() ? Theme.Choice.LIGHT : Theme.Choice.DARK);
  }
}
