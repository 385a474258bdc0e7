package dev.layerscope.ui.shell;

import dev.layerscope.bench.estate.OneRoot;
import dev.layerscope.export.picture.Estate;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.Sheet;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Watchdog;
import dev.layerscope.ui.hierarchy.GraphView;
import dev.layerscope.work.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Measures the window on an estate with as many nodes below one root as the argument says: the
 * first picture, frames while it is dragged and zoomed by three cameras, search, and everything
 * that keeps the toolkit's thread for longer than 50 ms. Opens a real window: {@code xvfb-run -s
 * "-screen 0 1920x1080x24"} where there is no display. Printed, and written to {@code
 * target/window-NODES.md}.
 */
final class WindowBenchmark {
  private static final int SECONDS = Integer.getInteger("window.seconds", 5);
  private static final int PATIENCE_IN_SECONDS = 60;
  private static final int LIMIT_IN_MILLIS = 50;

  private final OneRoot.Shape shape;
  private final int nodes;
  private final StringBuilder report = new StringBuilder();
  private final List<String> busy = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger stalls = new AtomicInteger();
  private volatile String doing = "";

  private WindowBenchmark(OneRoot.Shape shape, int nodes) {
    this.shape = shape;
    this.nodes = nodes;
  }

  public static void main(String[] arguments) throws Exception {
    int nodes = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    var shape =
        arguments.length < 2
            ? OneRoot.Shape.LAYERS
            : OneRoot.Shape.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    Locale.setDefault(Locale.ROOT);
    int status = 1;
    try {
      new WindowBenchmark(shape, nodes).run();
      status = 0;
    } finally {
      Platform.exit();
      System.exit(status);
    }
  }

  private void run() throws Exception {
    Path home = Path.of("target", "estates").toAbsolutePath();
    String name = "one-root-" + shape.name().toLowerCase(Locale.ROOT) + "-" + nodes;
    Path estate = home.resolve(name);
    Path clones = home.resolve(name + "-clones");
    if (!Files.exists(estate.resolve("workspace.yaml"))) {
      OneRoot.write(estate, shape, nodes);
    }
    try (Opened opened = new OpenWorkspace(clones).open(estate, Progress.SILENT)) {
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.environment("dev"), Progress.SILENT);
      var shown = new CompletableFuture<App.Built>();
      Platform.startup(() -> shown.complete(window(home, clones)));
      App.Built window = shown.get();
      Toolkit.frames(10);
      firstPicture(window, hierarchy);
      Watchdog watch = Toolkit.on(() -> Watchdog.watch(LIMIT_IN_MILLIS, this::stalled));
      moving(window);
      searching(window);
      using(window, estate);
      watch.stop();
    }
    say(
        "\nno answer for %d ms: %d times, of which the toolkit's thread worked so long: %d"
            .formatted(LIMIT_IN_MILLIS, stalls.get(), busy.size()));
    busy.forEach(stall -> say(stall));
    Files.writeString(Path.of("target", "window-" + nodes + ".md"), report.toString());
  }

  private static App.Built window(Path home, Path clones) {
    var settings = new SettingsFile(home.resolve("window.properties"));
    App.Built window = App.build(new Stage(), settings, clones);
    window.stage().setX(0);
    window.stage().setY(0);
    window.stage().setWidth(1920);
    window.stage().setHeight(1080);
    window.stage().show();
    return window;
  }

  private void firstPicture(App.Built window, Hierarchy hierarchy) throws Exception {
    LayerLooks looks = LayerLooks.of(hierarchy);
    long begun = Toolkit.on(WindowBenchmark::work);
    long start = System.nanoTime();
    Estate estate = Estate.ready(hierarchy, looks);
    Toolkit.on(() -> {
      window.hierarchy().show(estate);
      return true;
    });
    long there = System.nanoTime();
    Toolkit.frames(2);
    long end = System.nanoTime();
    say("## %d nodes, window of 1920 by 1080".formatted(hierarchy.nodes().size()));
    say(
        "first picture: %.0f ms, of which %.0f until it is laid out; %.0f ms of the processor; %d cards"
            .formatted(
                millis(start, end),
                millis(start, there),
                millis(begun, Toolkit.on(WindowBenchmark::work)),
                window.shell().graph().drawn()));
  }

  /** What the toolkit's thread, on which this is called, has had of the processor. */
  private static long work() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void moving(App.Built window) throws Exception {
    say(
        "\n| camera | frames | cards drawn | between frames, median ms | p95 ms | UI thread, median"
            + " ms | p95 ms |\n|---|---|---|---|---|---|---|");
    var hand = new Hand(window.shell().graph());
    // Folded, as a person would who wants to see much of it.
    Toolkit.on(() -> {
      window.shell().pictures().foldPanes();
      return true;
    });
    doing("opening everything");
    Toolkit.on(() -> {
      window
          .hierarchy()
          .picture()
          .ifPresent(picture ->
              window.hierarchy().openAllBelow(picture.node(picture.tops().getFirst()).id()));
      return true;
    });
    Toolkit.frames(30);
    for (Camera camera : Camera.values()) {
      doing("going to " + camera.text());
      Toolkit.on(() -> {
        Sheet sheet = window.hierarchy().sheet().get().orElseThrow();
        GraphView graph = window.shell().graph();
        int middle = crowded(sheet, graph.getWidth(), graph.getHeight());
        window.hierarchy().select(sheet.picture().node(middle).id());
        window.shell().graph().requestFocus();
        switch (camera) {
          case FULL, HALF -> window.shell().graph().zoomTo(camera == Camera.FULL ? 1 : 0.5);
          case FITTED -> window.shell().graph().fit();
        }
        return true;
      });
      Toolkit.frames(60);
      if (camera != Camera.FITTED) {
        Toolkit.on(() -> {
          window.shell().graph().center();
          return true;
        });
        Toolkit.frames(60);
      }
      doing("dragging, " + camera.text());
      measure(camera.text() + ", drag", window, hand::drag);
      Toolkit.on(hand::release);
      doing("zooming, " + camera.text());
      measure(camera.text() + ", zoom", window, hand::zoom);
    }
  }

  /** The node around which most cards are in sight at 100 %. */
  private static int crowded(Sheet sheet, double width, double height) {
    int best = 0;
    int most = 0;
    for (int i = 0; i < sheet.cards().size(); i += 7) {
      Rectangle box = sheet.cards().get(i).box();
      int[] seen = {0};
      sheet
          .inSight()
          .cards(
              new Rectangle(box.centerX() - width / 2, box.centerY() - height / 2, width, height),
              card -> seen[0]++);
      if (seen[0] > most) {
        most = seen[0];
        best = sheet.cards().get(i).index();
      }
    }
    return best;
  }

  private void measure(String what, App.Built window, Runnable move) throws Exception {
    FrameMeter meter = Toolkit.on(() -> new FrameMeter(move, window.shell().graph()::drawn));
    Toolkit.on(() -> {
      meter.start();
      return true;
    });
    // The measure is the time itself: nothing else ends it.
    boolean ended = new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
    assert !ended;
    Toolkit.on(() -> {
      meter.stop();
      return true;
    });
    say(meter.row(what));
  }

  private void searching(App.Built window) throws Exception {
    doing("searching");
    var times = new ArrayList<Double>();
    String word = "layer-07-team-01-service-1";
    for (int length = 1; length <= word.length(); length++) {
      String typed = word.substring(0, length);
      times.add(
          Toolkit.on(() -> {
            long start = work();
            window.hierarchy().search().look(typed);
            return millis(start, work());
          }));
      Toolkit.frames(3);
    }
    say(
        "\nsearch: %d keystrokes, median %.1f ms of the processor, most %.1f ms"
            .formatted(times.size(), FrameMeter.part(times, 0.5), FrameMeter.part(times, 1)));
    Toolkit.on(() -> {
      window.hierarchy().search().look("");
      return true;
    });
  }

  /** What else a person does. */
  private void using(App.Built window, Path estate) throws Exception {
    doing("closing everything");
    Toolkit.on(() -> {
      window.hierarchy().closeAll();
      return true;
    });
    Toolkit.frames(20);
    doing("opening the workspace");
    Toolkit.on(() -> {
      window.workspace().open(estate);
      return true;
    });
    until(window, "");
    for (String environment : List.of("dev", "prod", "dev")) {
      doing("switching to " + environment);
      Toolkit.on(() -> {
        window.workspace().look(Selection.environment(environment));
        return true;
      });
      until(window, environment);
      Toolkit.frames(30);
    }
    doing("overlay");
    long asked = System.nanoTime();
    Toolkit.on(() -> {
      window.shell().overlay("prod");
      return true;
    });
    waitFor(() -> !window.hierarchy().marks().isEmpty());
    long declared = System.nanoTime();
    waitFor(() -> window.stage().getScene().lookup("#partly") == null);
    say(
        "overlay: %.1f s until what is declared is shown, %.1f s until all is compared; %d differ"
            .formatted(
                millis(asked, declared) / 1000,
                millis(asked, System.nanoTime()) / 1000,
                Toolkit.on(() -> window.hierarchy().marks().size())));
    Toolkit.frames(20);
    doing("blast radius");
    Toolkit.on(() -> {
      window.shell().pictures().modes().blast();
      return true;
    });
    Toolkit.frames(60);
    doing("theme");
    Toolkit.on(() -> {
      window.theme().toggle();
      return true;
    });
    Toolkit.frames(30);
  }

  private void until(App.Built window, String environment) throws Exception {
    waitFor(() ->
        window
            .workspace()
            .shown()
            .get()
            .filter(s -> s.selection().environmentName().orElse("").equals(environment))
            .isPresent());
  }

  private void waitFor(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_IN_SECONDS * 1_000_000_000L;
    while (!Toolkit.on(condition)) {
      if (System.nanoTime() > end) {
        say("%s took longer than %d s".formatted(doing, PATIENCE_IN_SECONDS));
        return;
      }
      Toolkit.frames(5);
    }
  }

  private void stalled(Watchdog.Stall stall) {
    stalls.incrementAndGet();
    if (stall.busy() >= LIMIT_IN_MILLIS) {
      busy.add(doing + ": " + stall.text());
    }
  }

  private void doing(String what) {
    doing = what;
    System.err.println(what);
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }

  private void say(String line) {
    System.out.println(line);
    report.append(line).append('\n');
  }

  /** From where the picture is looked at. */
  private enum Camera {
    FULL("100 %"),
    HALF("half-way"),
    FITTED("everything fitted");

    private final String text;

    Camera(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
