package dev.layerscope.ui.shell;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Late;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.help.HelpWindow;
import dev.layerscope.ui.hierarchy.Exports;
import dev.layerscope.ui.hierarchy.GraphView;
import dev.layerscope.ui.hierarchy.HierarchyController;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.DiscoveryViewModel;
import dev.layerscope.ui.workspace.Recent;
import dev.layerscope.ui.workspace.Releases;
import dev.layerscope.ui.workspace.SettingsController;
import dev.layerscope.ui.workspace.WelcomeController;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame: header, rail, banner and status line around the pages, and what the menus do. */
public final class ShellController {
  private final WorkspaceViewModel workspace;
  private final HierarchyViewModel hierarchy;
  private final Theme theme;
  private final Recent recent;
  private final DiscoveryViewModel discovery;
  private final Runnable another;
  private final SettingsFile settings;
  private final Releases releases;
  private final Late<Pages> pages;
  private final RailController rail;
  private final ReadyFile ready = new ReadyFile();
  private final Late<HelpWindow> help;
  private Optional<WelcomeController> welcoming = Optional.empty();
  private Path shownFile = Path.of("");
  private boolean begun;

  @FXML private BorderPane frame;
  @FXML private VBox top;
  @FXML private StackPane content;
  @FXML private Label workspaceName;
  @FXML private HBox environmentPlace;
  @FXML private Menu themeMenu;
  @FXML private Menu changeMenu;

  /**
   * @param another opens one more window
   */
  public ShellController(
      WorkspaceViewModel workspace,
      HierarchyViewModel hierarchy,
      DiscoveryViewModel discovery,
      Theme theme,
      SettingsFile settings,
      Runnable another) {
    this.discovery = discovery;
    this.recent = new Recent(settings, Clock.system(java.time.ZoneId.systemDefault()));
    this.another = another;
    this.settings = settings;
    this.workspace = workspace;
    this.hierarchy = hierarchy;
    this.theme = theme;
    help = new Late<>(() -> new HelpWindow(theme));
    releases = new Releases(workspace.background(), settings, Releases.running());
    pages = new Late<>(this::makePages);
    rail = new RailController(workspace, this::go);
  }

  @FXML
  void initialize() {
    environmentPlace.getChildren().setAll(new EnvironmentSwitch(workspace));
    top.getChildren().add(Views.load(new BannerController(workspace)));
    frame.setLeft(Views.load(rail));
    frame.setBottom(Views.load(new StatusLineController(workspace, releases)));
    workspace.opened().addListener(ignored -> opened());
    workspace.shown().addListener((ignored, before, now) -> now.ifPresent(this::show));
    workspace.problem().addListener(ignored -> problem());
    themeMenu.getItems().setAll(Menus.themes(theme));
    changeMenu.getItems().addAll(Menus.edits(workspace.edits()));
    ready.opening();
    releases.ask();
  }

  private Pages makePages() {
    var made = new Pages(workspace, hierarchy, settings, releases, this::go, this::goTo);
    made.hierarchy().onPainted(this::painted);
    made.hierarchy().view().onKey("?", this::keys);
    made.hierarchy().view().onKey("/", this::search);
    return made;
  }

  /**
   * Shows the page that comes first, where nothing else is shown yet. Nothing makes a page before:
   * the frame is to be on the screen first.
   */
  void begin() {
    begun = true;
    go(Page.HIERARCHY);
    if (content.getChildren().isEmpty()) {
      content.getChildren().setAll(pages.get().view(Page.HIERARCHY));
    }
  }

  /** The canvas of the hierarchy page. */
  GraphView graph() {
    return pictures().view();
  }

  /** The page of the hierarchy. */
  HierarchyController pictures() {
    return pages.get().hierarchy();
  }

  /** Draws the environment shown over another one. */
  void overlay(String base) {
    pictures().modes().overlay(base);
  }

  /** Writes the picture into a file. */
  void export(Exports.Wish wish, Path file) {
    pictures().exports().write(wish, file);
  }

  /** Shows a page; keys and the rail come here. */
  public void go(Page wanted) {
    if (workspace.opened().get().isPresent()) {
      welcoming = Optional.empty();
      rail.show(true);
      content.getChildren().setAll(pages.get().view(wanted));
      rail.mark(wanted);
      pages.get().enter(wanted);
    }
  }

  void look(String environment) {
    workspace.look(Selection.environment(environment));
  }

  void goTo(NodeId node) {
    go(Page.HIERARCHY);
    hierarchy.select(node);
    graph().requestFocus();
  }

  /** Shows what there is to do when nothing is open. */
  @FXML
  public void welcome() {
    if (welcoming.isEmpty()) {
      rail.show(false);
      var welcome = new WelcomeController(workspace, discovery, recent, this::open);
      welcoming = Optional.of(welcome);
      content.getChildren().setAll(Views.load(welcome));
    }
  }

  /** What was dropped on the window and is no workspace: something to clone from. */
  void cloneFrom(String dropped) {
    welcome();
    welcoming.ifPresent(welcome -> welcome.take(dropped));
  }

  @FXML
  void newWindow() {
    another.run();
  }

  private void opened() {
    workspace
        .opened()
        .get()
        .ifPresent(open -> {
          rail.show(true);
          workspaceName.setText(open.workspace().name());
          boolean elsewhere = welcoming.isPresent();
          welcoming = Optional.empty();
          recent.opened(
              open.workspace().name(), open.workspace().file().toAbsolutePath().normalize());
          if (elsewhere || !open.workspace().file().equals(shownFile)) {
            shownFile = open.workspace().file();
            if (begun) {
              go(Page.HIERARCHY);
            }
            if (settings
                .get(SettingsController.FETCH_ON_START)
                .filter("true"::equals)
                .isPresent()) {
              workspace.fetch();
            }
          }
        });
  }

  private void show(Shown now) {
    pages.get();
    hierarchy.show(now.estate());
  }

  private void painted(int cards) {
    hierarchy
        .hierarchy()
        .get()
        .ifPresent(shown -> ready.shown(shown.roots().size(), shown.nodes().size(), cards));
  }

  private void problem() {
    if (workspace.problem().get().isPresent() && workspace.opened().get().isEmpty()) {
      welcome();
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

  @FXML
  void goFindings() {
    go(Page.FINDINGS);
  }

  @FXML
  void goSettings() {
    go(Page.SETTINGS);
  }

  @FXML
  void goChanges() {
    go(Page.CHANGES);
  }

  @FXML
  void open() {
    OpenDialogs.folder(frame.getScene().getWindow()).ifPresent(workspace::open);
  }

  @FXML
  void openFile() {
    OpenDialogs.file(frame.getScene().getWindow()).ifPresent(workspace::open);
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
    pictures().nextPane();
  }

  @FXML
  void blast() {
    go(Page.HIERARCHY);
    pictures().modes().blast();
  }

  @FXML
  void help() {
    help.get().show();
  }

  @FXML
  void keys() {
    floating().show(new KeysCard(floating()::close));
  }

  @FXML
  void palette() {
    if (workspace.opened().get().isPresent()) {
      var commands = new Commands(this, hierarchy, workspace.edits()).all(workspace.shown().get());
      var palette = new Palette(commands, floating()::close);
      floating().show(palette);
      palette.begin();
    }
  }

  private Floating floating() {
    return new Floating(content, graph()::requestFocus);
  }

  @FXML
  void search() {
    go(Page.HIERARCHY);
    pictures().search();
  }

  @FXML
  void nextHit() {
    pictures().nextHit(1);
  }

  @FXML
  void previousHit() {
    pictures().nextHit(-1);
  }

  @FXML
  void fit() {
    graph().fit();
  }

  @FXML
  void fullSize() {
    graph().zoomTo(1);
  }

  @FXML
  void toggleTheme() {
    theme.choice().set(theme.isDark() ? Theme.Choice.LIGHT : Theme.Choice.DARK);
  }
}
