package dev.layerscope.ui.shell;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Late;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.common.Views;
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
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame: header, rail, banner and status line around the pages, and which page is shown. */
public final class ShellController {
  /** So many nodes are listed while somebody waits for a frame. */
  private static final int AT_ONCE = 1000;

  private final WorkspaceViewModel workspace;
  private final HierarchyViewModel hierarchy;
  private final Recent recent;
  private final DiscoveryViewModel discovery;
  private final SettingsFile settings;
  private final Releases releases;
  private final Late<Pages> pages;
  private final RailController rail;
  private final StatusLineController status;
  private final HeaderController header;
  private final ReadyFile ready = new ReadyFile();
  private Optional<WelcomeController> welcoming = Optional.empty();
  private Path shownFile = Path.of("");
  private Page page = Page.HIERARCHY;
  private boolean begun;
  private boolean greeted;

  @FXML private BorderPane frame;
  @FXML private VBox top;
  @FXML private StackPane content;

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
    this.settings = settings;
    this.workspace = workspace;
    this.hierarchy = hierarchy;
    releases = new Releases(workspace.background(), settings, Releases.running());
    pages = new Late<>(this::makePages);
    rail = new RailController(workspace, this::go);
    status = new StatusLineController(workspace, releases);
    header = new HeaderController(this, workspace, hierarchy, theme, another);
  }

  @FXML
  void initialize() {
    top.getChildren().setAll(Views.load(header), Views.load(new BannerController(workspace)));
    frame.setLeft(Views.load(rail));
    frame.setBottom(Views.load(status));
    workspace.opened().addListener(ignored -> opened());
    workspace.shown().addListener((ignored, before, now) -> now.ifPresent(this::show));
    workspace.problem().addListener(ignored -> problem());
    frame.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    ready.opening();
    releases.ask();
  }

  private Pages makePages() {
    var made =
        new Pages(workspace, hierarchy, settings, releases, this::go, this::goTo, this::welcome);
    made.hierarchy().onPainted(this::painted);
    made.hierarchy().modes().drawn().addListener((ignored, was, now) -> status.overlay(now));
    made.hierarchy().view().shortcuts().on("?", this::keys);
    made.hierarchy().view().shortcuts().on("/", header::search);
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
      page = wanted;
      welcoming = Optional.empty();
      rail.show(true);
      content.getChildren().setAll(pages.get().view(wanted));
      rail.mark(wanted);
      pages.get().enter(wanted);
    } else if (wanted == Page.SETTINGS) {
      welcoming = Optional.empty();
      content.getChildren().setAll(pages.get().view(wanted));
      pages.get().enter(wanted);
    }
  }

  void look(String environment) {
    workspace.look(Selection.environment(environment));
  }

  void goTo(NodeId node) {
    go(Page.HIERARCHY);
    hierarchy.select(node);
    pictures().focus();
  }

  /** Shows what there is to do when nothing is open. */
  public void welcome() {
    if (welcoming.isEmpty()) {
      rail.show(false);
      var welcome =
          new WelcomeController(workspace, discovery, recent, header::open, header::goSettings);
      welcoming = Optional.of(welcome);
      content.getChildren().setAll(Views.load(welcome));
    }
  }

  /** What was dropped on the window and is no workspace: something to clone from. */
  void cloneFrom(String dropped) {
    welcome();
    welcoming.ifPresent(welcome -> welcome.take(dropped));
  }

  private void opened() {
    workspace
        .opened()
        .get()
        .ifPresent(open -> {
          rail.show(true);
          boolean elsewhere = welcoming.isPresent();
          welcoming = Optional.empty();
          recent.opened(
              open.workspace().name(), open.workspace().file().toAbsolutePath().normalize());
          if (elsewhere || !open.workspace().file().equals(shownFile)) {
            shownFile = open.workspace().file();
            greeted = false;
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
    if (!greeted) {
      greeted = true;
      Background.afterFrames(1, this::greet);
    }
  }

  /** Keys work at once on what has just been opened, unless somebody is typing. */
  private void greet() {
    boolean typing = frame.getScene().getFocusOwner() instanceof TextInputControl;
    if (!typing && welcoming.isEmpty()) {
      pictures().focus();
    }
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

  /** On every page, unless somebody is typing; told by what it prints, as on the map. */
  private void typed(KeyEvent event) {
    if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
      keys();
      event.consume();
    }
  }

  void keys() {
    floating().show(new KeysCard(page, floating()::close));
  }

  void palette() {
    if (workspace.opened().get().isPresent()) {
      var commands = new Commands(this, header, hierarchy, workspace.edits());
      var palette = new Palette(commands.few(workspace.shown().get()), floating()::close);
      floating().show(palette);
      palette.begin();
      workspace.shown().get().ifPresent(now -> fill(palette, commands, now));
    }
  }

  private void fill(Palette palette, Commands commands, Shown now) {
    if (now.hierarchy().nodes().size() <= AT_ONCE) {
      palette.add(commands.many(now));
      return;
    }
    palette.awaits();
    workspace
        .background()
        .ask(
            "palette",
            Messages.text("palette.making"),
            progress -> commands.many(now),
            palette::add,
            error -> {
              throw new IllegalStateException("nodes can always be listed", error);
            });
  }

  /** Keys are for the page again. */
  private void focus() {
    if (page == Page.HIERARCHY) {
      pictures().focus();
    } else if (welcoming.isEmpty()) {
      pages.get().enter(page);
    }
  }

  private Floating floating() {
    return new Floating(content, this::focus);
  }
}
