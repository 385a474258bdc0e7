package dev.layerscope.ui.shell;

import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.Motion;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import dev.layerscope.ui.hierarchy.HierarchyController.Picture;
import dev.layerscope.ui.workspace.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes the pictures of the guide anew, each in both themes, from the window itself with the sample
 * open: {@code ./mvnw -q test-compile exec:exec@guide -Pbench} writes {@code docs/images}. Needs no
 * display. The picture of cloning is {@code target/screens/discovery-…png} of the build.
 */
final class GuidePictures {
  private static final Path IMAGES = Path.of("docs", "images");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int PATIENCE_IN_SECONDS = 120;

  private final App.Built window;
  private final Path clones;

  private GuidePictures(App.Built window, Path clones) {
    this.window = window;
    this.clones = clones;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("layerscope-guide");
    var shown = new CompletableFuture<App.Built>();
    Path clones = folder.resolve("clones");
    Platform.startup(() -> shown.complete(window(folder, clones)));
    new GuidePictures(shown.get(), clones).takeAll();
    Toolkit.on(() -> {
      App.quit();
      return true;
    });
  }

  private static App.Built window(Path folder, Path clones) {
    var settings = new SettingsFile(folder.resolve("window.properties"));
    settings.put(Motion.REDUCED, "true");
    var stage = new Stage();
    App.Built built = App.build(stage, settings, clones);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.show();
    built.workspace().open(Sample.FOLDER);
    return built;
  }

  private void takeAll() throws Exception {
    until(() -> window.workspace().shown().get().isPresent());
    hierarchy();
    comparing();
    run(() -> window.shell().go(Page.FINDINGS));
    take("findings");
    settings();
    binding();
  }

  private void hierarchy() throws Exception {
    run(() -> window.workspace().look(Selection.environment("prod")));
    quiet();
    select("my-cluster-deps");
    take("hierarchy");
    run(() -> window.shell().pictures().modes().blastLayer("baseline"));
    quiet();
    take("blast");
    run(() -> window.hierarchy().blast().set(Optional.empty()));
    run(() -> window.shell().pictures().show(Picture.FLEET));
    quiet();
    take("fleet");
    run(() -> window.shell().pictures().show(Picture.TREE));
    run(() -> window.workspace().look(Selection.environment("dev")));
    quiet();
    run(() -> window.shell().overlay("prod"));
    quiet();
    run(() -> window.shell().pictures().nextDifference(1));
    take("overlay");
    run(() -> window.workspace().look(Selection.DECLARED));
    quiet();
  }

  private void comparing() throws Exception {
    run(() -> window.shell().go(Page.COMPARE));
    until(() -> the(Label.class, "#viewedLabel").getText().startsWith("Viewed 0 of "));
    take("compare");
    run(() -> window.shell().go(Page.MATRIX));
    until(() -> the(TreeTableView.class, "#table").getExpandedItemCount() > 10);
    take("matrix");
  }

  private void settings() throws Exception {
    run(() -> window.shell().go(Page.SETTINGS));
    run(() -> {
      ListView<?> places = the(ListView.class, "#places");
      for (int i = 0; !the(Label.class, "#title").getText().equals("Environments"); i++) {
        places.getSelectionModel().select(i);
      }
    });
    take("settings");
  }

  private void binding() throws Exception {
    Author.of(clones); // whoever's machine it is
    run(() -> window.shell().go(Page.CHANGES));
    run(the(Button.class, "#newTeam")::fire);
    run(() -> {
      the(ComboBox.class, "#repository")
          .getEditor()
          .setText("https://git.example.com/teams/dreamteam.git");
      the(TextField.class, "#name").setText("dreamteam");
    });
    until(() -> !the(Button.class, "#commit").isDisabled());
    take("edit");
  }

  private void select(String name) throws Exception {
    run(() ->
        window.hierarchy().picture().orElseThrow().order().stream()
            .map(at -> window.hierarchy().picture().orElseThrow().node(at))
            .filter(node -> node.name().equals(name))
            .findFirst()
            .ifPresent(node -> window.hierarchy().select(node.id())));
  }

  private void take(String name) throws Exception {
    quiet();
    for (Theme.Choice theme : List.of(Theme.Choice.DARK, Theme.Choice.LIGHT)) {
      run(() -> window.theme().choice().set(theme));
      Toolkit.frames(10);
      Path file = IMAGES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
      Screens.save(window.stage(), file);
    }
  }

  private <T extends Node> T the(Class<T> type, String selector) {
    return type.cast(Objects.requireNonNull(window.stage().getScene().lookup(selector), selector));
  }

  private static void run(Runnable action) throws Exception {
    Toolkit.on(() -> {
      action.run();
      return true;
    });
  }

  private void quiet() throws Exception {
    until(() -> window.workspace().background().idle());
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS, () -> Toolkit.on(condition));
    Toolkit.frames(10);
  }
}
