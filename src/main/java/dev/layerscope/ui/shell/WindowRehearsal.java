package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.shell.App.Built;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/** Opens the window on a workspace, goes once through its pages, and closes it. */
public final class WindowRehearsal extends Application {
  /** Frames a page gets to be painted. */
  private static final int LOOK = 20;

  @Override
  public void start(Stage stage) {
    List<String> words = getParameters().getRaw();
    var settings = new SettingsFile(Path.of(words.get(2)).resolve("window.properties"));
    Built built = App.build(stage, settings, Path.of(words.get(1)));
    stage.show();
    built.workspace().shown().addListener(ignored -> turn(built, List.of(Page.values())));
    built.workspace().problem().addListener(ignored -> App.quit());
    built.workspace().open(Path.of(words.getFirst()));
  }

  private static void turn(Built built, List<Page> left) {
    Background.afterFrames(
        LOOK,
        () -> {
          if (left.isEmpty()) {
            built.workspace().close();
            App.quit();
          } else {
            built.shell().go(left.getFirst());
            turn(built, left.subList(1, left.size()));
          }
        });
  }
}
