package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.FaultWindow;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.common.Views;
import dev.layerscope.ui.common.Watchdog;
import dev.layerscope.ui.hierarchy.HierarchyViewModel;
import dev.layerscope.ui.workspace.DiscoveryViewModel;
import dev.layerscope.ui.workspace.QuestionWindow;
import dev.layerscope.ui.workspace.Questions;
import dev.layerscope.ui.workspace.ReadingAhead;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.work.Logins;
import dev.layerscope.workspace.FaultFolder;
import dev.layerscope.workspace.UserFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/** Builds everything by hand and shows the window. */
public final class App extends Application {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private static final List<Built> OPEN = new ArrayList<>();

  /** Asks the system to open an address; known once the program has started. */
  private static Consumer<String> opener = address -> {};

  private static final Bells BELLS = new Bells(UserFolders.dataFolder().resolve("open"));

  /** The window's parts, for tests that open it themselves. */
  public record Built(
      Stage stage,
      WorkspaceViewModel workspace,
      HierarchyViewModel hierarchy,
      ShellController shell,
      Theme theme) {}

  @Override
  public void start(Stage stage) {
    opener = getHostServices()::showDocument;
    Optional<Path> wanted = Window.workspace(getParameters().getRaw());
    Built built = show(stage, wanted);
    Watchdog.ofProperty();
    new FaultWindow(FaultFolder.ofUser(), built.theme()).watch();
    if (wanted.isEmpty()) {
      built.shell().welcome();
    }
  }

  private static Built show(Stage stage, Optional<Path> wanted) {
    var settings = SettingsFile.ofUser();
    Built built = build(stage, settings, UserFolders.clones(), wanted);
    OPEN.add(built);
    built.workspace().desk().onOpen(address -> opener.accept(address));
    BELLS.answer(built);
    stage.setOnCloseRequest(event -> {
      event.consume();
      new WindowPlace(settings).remember(stage);
      close(built);
    });
    stage.show();
    // The frame is on the screen before its first page is made.
    Background.afterFrames(1, built.shell()::begin);
    return built;
  }

  /** The last window takes the program with it. */
  private static void close(Built built) {
    if (OPEN.size() == 1) {
      quit();
      return;
    }
    OPEN.remove(built);
    BELLS.forget(built);
    built.workspace().close();
    built.stage().hide();
  }

  /** One more window, with nothing open. */
  private static void another() {
    Stage stage = new Stage();
    Built built = show(stage, Optional.empty());
    stage.setX(stage.getX() + 32);
    stage.setY(stage.getY() + 32);
    built.shell().welcome();
  }

  /** Builds the window without showing it, with nothing open. */
  public static Built build(Stage stage, SettingsFile settings, Path clones) {
    Built built = build(stage, settings, clones, Optional.empty());
    built.shell().begin();
    return built;
  }

  /** A workspace that is wanted is read while the window is built. */
  private static Built build(
      Stage stage, SettingsFile settings, Path clones, Optional<Path> wanted) {
    var background = Background.onVirtualThreads();
    var workspace = new WorkspaceViewModel(background, clones);
    var questions = new Questions(new QuestionWindow(stage), Set.of(DiscoveryViewModel.LANE));
    background.setAsker(questions);
    wanted.ifPresent(workspace::open);
    Theme.loadFonts();
    var discovery = new DiscoveryViewModel(workspace, questions);
    var hierarchy = new HierarchyViewModel(workspace.background());
    var theme = new Theme(settings);
    var shell = new ShellController(workspace, hierarchy, discovery, theme, settings, App::another);
    Parent view = Views.load(shell);
    var scene = new Scene(view, WIDTH, HEIGHT);
    theme.dress(scene);
    new Drop(workspace::open, shell::cloneFrom).on(scene);
    stage.setTitle(Messages.text("window.title"));
    workspace
        .opened()
        .addListener((ignored, before, now) ->
            now.ifPresent(open ->
                stage.setTitle(
                    Messages.text("window.titled", Logins.hidden(open.workspace().name())))));
    stage.setMinWidth(960);
    stage.setMinHeight(640);
    stage.setScene(scene);
    icons(stage);
    giveWay(scene, new ReadingAhead(workspace, () -> ReadingAhead.wantedBy(settings)));
    new WindowPlace(settings).restore(stage);
    return new Built(stage, workspace, hierarchy, shell, theme);
  }

  /** Whoever does something gets the cores at once. */
  private static void giveWay(Scene scene, ReadingAhead ahead) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, ignored -> ahead.giveWay());
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, ignored -> ahead.giveWay());
    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, ignored -> ahead.giveWay());
    scene.addEventFilter(ScrollEvent.SCROLL, ignored -> ahead.giveWay());
  }

  private static void icons(Stage stage) {
    for (int size : new int[] {16, 32, 48, 128, 256}) {
      var in =
          App.class.getResourceAsStream("/dev/layerscope/ui/icons/layerscope-" + size + ".png");
      if (in != null) {
        stage.getIcons().add(new Image(in));
      }
    }
  }

  /** Popups that still show when the toolkit exits crash it on GTK: they are hidden first. */
  static void quit() {
    List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide);
    Platform.exit();
  }

  @Override
  public void stop() {
    OPEN.forEach(built -> built.workspace().close());
    BELLS.close();
  }
}
