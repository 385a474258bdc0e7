package dev.layerscope.ui.shell;

import dev.layerscope.bench.estate.ChangedOnce;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import dev.layerscope.work.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * One measured life of the window over an estate: {@code WindowRun ESTATE CLONES}. From the start
 * of the program to the first frame and to the hierarchy; letters typed into the search; six
 * commits of a team, fetched, from there to the screen. Prints one figure a line, seconds by the
 * clock.
 */
final class WindowRun {
  private static final int PATIENCE_IN_SECONDS = 120;
  private static final int CHANGES = 6;
  private static final String WORD = "team-0000-1";

  private final Path estate;
  private final Path clones;

  private WindowRun(Path estate, Path clones) {
    this.estate = estate;
    this.clones = clones;
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    int status = 1;
    try {
      new WindowRun(Path.of(arguments[0]), Path.of(arguments[1])).run();
      status = 0;
    } finally {
      Platform.exit();
      System.exit(status);
    }
  }

  private void run() throws Exception {
    var built = new CompletableFuture<App.Built>();
    Platform.startup(() -> built.complete(window()));
    App.Built window = built.get();
    Toolkit.frames(1);
    figure("frame", sinceStart());
    Toolkit.on(() -> {
      window.workspace().open(estate);
      return true;
    });
    Shown first = next(window, Optional.empty());
    Toolkit.frames(2);
    figure("shown", sinceStart());
    search(window);
    Shown before = first;
    for (int i = 0; i < CHANGES; i++) {
      ChangedOnce.team(estate, 1_000 + i);
      new FetchAll(clones).fetch(before.opened(), Progress.SILENT);
      long fetched = System.nanoTime();
      Toolkit.on(() -> {
        window.workspace().resolve();
        return true;
      });
      before = next(window, Optional.of(before));
      Toolkit.frames(2);
      String which = i == 0 ? "" : i == CHANGES - 1 ? "-later" : "-between";
      figure("screen" + which, (System.nanoTime() - fetched) / 1e9);
    }
  }

  private App.Built window() {
    Path settings = clones.resolveSibling("window-run.properties");
    try {
      Files.deleteIfExists(settings);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    App.Built window = App.build(new Stage(), new SettingsFile(settings), clones);
    window.stage().setWidth(1600);
    window.stage().setHeight(1000);
    window.stage().show();
    return window;
  }

  /** The next picture that is another one than before. */
  @SuppressWarnings("ReferenceEquality")
  private static Shown next(App.Built window, Optional<Shown> before) throws Exception {
    var shown = new CompletableFuture<Shown>();
    Toolkit.on(() -> {
      Optional<Shown> now = window.workspace().shown().get();
      if (now.isPresent() && (before.isEmpty() || now.get() != before.get())) {
        shown.complete(now.get());
      }
      window
          .workspace()
          .shown()
          .addListener((property, old, other) -> other.ifPresent(shown::complete));
      return true;
    });
    return shown.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
  }

  private static void search(App.Built window) throws Exception {
    double[] seconds = new double[WORD.length()];
    for (int i = 0; i < seconds.length; i++) {
      String typed = WORD.substring(0, i + 1);
      seconds[i] =
          Toolkit.on(() -> {
            long start = System.nanoTime();
            window.hierarchy().search().look(typed);
            return (System.nanoTime() - start) / 1e9;
          });
      Toolkit.frames(2);
    }
    Arrays.sort(seconds);
    figure("search", seconds[seconds.length / 2]);
    Toolkit.on(() -> {
      window.hierarchy().search().look("");
      return true;
    });
  }

  private static double sinceStart() {
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - started) / 1000.0;
  }

  private static void figure(String name, double seconds) {
    System.out.printf(Locale.ROOT, "%s.seconds %.4f%n", name, seconds);
  }
}
