package dev.layerscope.ui.shell;

import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Motion;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.hierarchy.Filter;
import dev.layerscope.ui.hierarchy.HierarchyController.Picture;
import dev.layerscope.ui.workspace.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes pictures of the hierarchy page in a real window, light and dark, at two sizes, for people
 * to look at and for {@code docs/images}: {@code ./mvnw -q test-compile exec:exec@pictures -Pbench}
 * writes {@code target/screens/tour-…png}. Wants a display; Xvfb will do.
 */
public final class PictureTour {
  private record Size(int width, int height) {}

  private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));
  private static final int PATIENCE_IN_SECONDS = 120;

  private final App.Built window;
  private String prefix = "";

  private PictureTour(App.Built window) {
    this.window = window;
  }

  public static void main(String[] arguments) throws Exception {
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Path folder = Files.createTempDirectory("layerscope-tour");
    var settings = new SettingsFile(folder.resolve("window.properties"));
    settings.put(Motion.REDUCED, "true");
    App.Built built =
        fx(() -> {
          var stage = new Stage();
          App.Built b = App.build(stage, settings, Sample.clones());
          stage.show();
          b.workspace().open(Sample.FOLDER);
          return b;
        });
    new PictureTour(built).walk();
    fx(() -> {
      App.quit();
      return true;
    });
  }

  private static <T> T fx(Callable<T> action) throws Exception {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_IN_SECONDS), action);
  }

  private static void run(Runnable action) throws Exception {
    fx(() -> {
      action.run();
      return true;
    });
  }

  private void walk() throws Exception {
    quiet();
    for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      run(() -> window.theme().choice().set(theme));
      for (Size size : SIZES) {
        run(() -> {
          window.stage().setX(0);
          window.stage().setY(0);
          window.stage().setWidth(size.width());
          window.stage().setHeight(size.height());
        });
        prefix = "tour-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size.width() + "-";
        pictures();
      }
    }
  }

  private void pictures() throws Exception {
    look("prod");
    run(() -> window.shell().pictures().show(Picture.TREE));
    select("my-cluster-deps");
    save("hierarchy");
    run(() -> window.hierarchy().search().look("baseline"));
    run(() -> window.shell().pictures().nextHit(1));
    save("search");
    run(() -> window.hierarchy().search().look(""));
    select("type-a-deps");
    run(() -> window.hierarchy().focused().set(true));
    save("focus");
    run(() -> window.hierarchy().focused().set(false));
    run(() -> window.hierarchy().filter().set(Filter.NONE.flip(Filter.Facet.LAYER, "team")));
    save("filter");
    run(() -> window.hierarchy().filter().set(Filter.NONE));
    run(() -> window.shell().pictures().modes().blastLayer("baseline"));
    quiet();
    save("blast");
    run(() -> window.shell().pictures().show(Picture.FLEET));
    quiet();
    save("fleet-blast");
    run(() -> window.hierarchy().blast().set(java.util.Optional.empty()));
    save("fleet");
    run(() -> window.shell().pictures().show(Picture.LAYERS));
    quiet();
    save("layers");
    run(() -> window.shell().pictures().show(Picture.TREE));
    look("dev");
    run(() -> window.shell().overlay("prod"));
    quiet();
    run(() -> window.shell().pictures().nextDifference(1));
    save("overlay");
    run(() -> window.shell().graph().zoomTo(0.5));
    save("overlay-half");
    run(() -> window.shell().graph().zoomTo(1));
  }

  private void look(String environment) throws Exception {
    run(() -> window.workspace().look(Selection.environment(environment)));
    quiet();
  }

  private void select(String name) throws Exception {
    run(() ->
        window.hierarchy().picture().orElseThrow().order().stream()
            .map(at -> window.hierarchy().picture().orElseThrow().node(at))
            .filter(node -> node.name().equals(name))
            .findFirst()
            .ifPresent(node -> window.hierarchy().select(node.id())));
  }

  private void save(String name) throws Exception {
    Screens.save(window.stage(), prefix + name);
  }

  private void quiet() throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_IN_SECONDS,
        TimeUnit.SECONDS,
        () ->
            fx(() ->
                window.workspace().shown().get().isPresent()
                    && window.workspace().background().idle()));
    WaitForAsyncUtils.waitForFxEvents(8);
  }
}
