package dev.layerscope.ui.shell;

import dev.layerscope.bench.estate.EstateCommand;
import dev.layerscope.cli.CommandLineFace;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.common.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Drives the window through all its pages again and again, while commits arrive at a remote, are
 * fetched, and another program commits beside it and undoes that: {@code MINUTES SIZE}. Prints what
 * the heap holds after each round; ends with 1 when the last third of the rounds holds more than a
 * quarter above the first (without the first two, in which caches fill), or when anybody threw
 * anything.
 */
final class Soak {
  private static final int PATIENCE_SECONDS = 120;
  private static final double FLAT = 1.25;
  private static final int WARM = 2;
  private static final String REPOSITORY = "https://git.example.com/estate/baseline.git";

  private final Path estate;
  private final Path clones;
  private final App.Built window;
  private final List<String> thrown = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> heap = new ArrayList<>();
  private int round;

  private Soak(Path estate, Path clones, App.Built window) {
    this.estate = estate;
    this.clones = clones;
    this.window = window;
  }

  public static void main(String[] arguments) throws Exception {
    int minutes = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
    String size = arguments.length < 2 ? "M" : arguments[1];
    Locale.setDefault(Locale.ROOT);
    int status = 1;
    try {
      Path home = Path.of("target", "estates").toAbsolutePath();
      Path estate = home.resolve("soak-" + size);
      if (!Files.exists(estate.resolve("workspace.yaml"))) {
        EstateCommand.main(new String[] {size, estate.toString()});
      }
      Path clones = home.resolve("soak-" + size + "-clones");
      var built = new CompletableFuture<App.Built>();
      Platform.startup(() -> built.complete(window(home, clones)));
      status = new Soak(estate, clones, built.get()).run(minutes) ? 0 : 1;
    } finally {
      Platform.exit();
      System.exit(status);
    }
  }

  private static App.Built window(Path home, Path clones) {
    App.Built built =
        App.build(new Stage(), new SettingsFile(home.resolve("soak.properties")), clones);
    built.stage().setWidth(1000);
    built.stage().setHeight(800);
    built.stage().show();
    return built;
  }

  private boolean run(int minutes) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> thrown(error));
    Toolkit.on(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> thrown(error));
      window.workspace().open(estate);
      return true;
    });
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    while (System.nanoTime() < end || heap.size() < 3 * WARM) {
      round++;
      round();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      heap.add((runtime.totalMemory() - runtime.freeMemory()) / 1e6);
      System.out.printf("round %d: %.0f MB, %d thrown%n", round, heap.getLast(), thrown.size());
    }
    return verdict(minutes);
  }

  private boolean verdict(int minutes) {
    List<Double> settled = heap.subList(WARM, heap.size());
    int third = Math.max(1, settled.size() / 3);
    double first = median(settled.subList(0, third));
    double last = median(settled.subList(settled.size() - third, settled.size()));
    System.out.printf(
        "%d minutes, %d rounds: the heap holds %.0f MB in the first third, %.0f MB in the last;"
            + " %d thrown%n",
        minutes, round, first, last, thrown.size());
    thrown.forEach(System.out::println);
    return last <= FLAT * first && thrown.isEmpty();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private void round() throws Exception {
    for (Page page : Page.values()) {
      Toolkit.on(() -> {
        window.shell().go(page);
        return true;
      });
      quiet();
    }
    for (String environment : List.of("dev", "prod", "qa")) {
      Toolkit.on(() -> {
        window.shell().go(Page.HIERARCHY);
        window.shell().look(environment);
        return true;
      });
      quiet();
    }
    picture();
    arrives();
    Toolkit.on(() -> {
      window.workspace().fetch();
      return true;
    });
    quiet();
    edit();
    Toolkit.on(() -> {
      window.workspace().look(Selection.DECLARED);
      window.theme().toggle();
      return true;
    });
    quiet();
    window.workspace().problem().get().ifPresent(problem -> thrown.add(problem.message()));
  }

  /** What a person does with the picture. */
  private void picture() throws Exception {
    Toolkit.on(() -> {
      window.shell().overlay("dev");
      return true;
    });
    quiet();
    Toolkit.on(() -> {
      window.hierarchy().search().look("team");
      window.shell().pictures().modes().blast();
      window
          .hierarchy()
          .picture()
          .ifPresent(
              drawn -> window.hierarchy().openAllBelow(drawn.node(drawn.tops().getFirst()).id()));
      return true;
    });
    quiet();
    Toolkit.on(() -> {
      window.hierarchy().search().look("");
      window.hierarchy().closeAll();
      window.shell().pictures().modes().blast();
      return true;
    });
    quiet();
  }

  /** Somebody pushes to the baseline. */
  private void arrives() throws Exception {
    String text =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: component-0}\ndata: {round: \"%d\"}\n"
            .formatted(round);
    String stream =
        """
        commit refs/heads/main
        committer Estate <estate@example.com> %d +0000
        data 5
        Round
        from refs/heads/main^0
        M 100644 inline res/component-0-config.yaml
        data %d
        %s
        """
            .formatted(1_770_000_000 + round, text.length(), text);
    Path repository = estate.resolve("repos/baseline.git");
    Process git =
        new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet", "--force")
            .redirectErrorStream(true)
            .start();
    try (var in = git.getOutputStream()) {
      in.write(stream.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  /** Another program commits into the clones the window reads, and takes it back. */
  private void edit() throws Exception {
    command(
        List.of(
            "new",
            "application",
            estate.toString(),
            "--name",
            "soak-" + round,
            "--in",
            "cluster-000",
            "--repo",
            REPOSITORY,
            "--path",
            "res",
            "--env",
            "dev"));
    readAgain();
    command(List.of("undo", estate.toString()));
    readAgain();
  }

  private void command(List<String> arguments) {
    var all = new ArrayList<>(arguments);
    all.addAll(List.of("--clones", clones.toString()));
    int status = CommandLineFace.run(all.toArray(String[]::new));
    if (status != 0) {
      thrown.add(arguments + " ended with " + status);
    }
  }

  private void readAgain() throws Exception {
    Toolkit.on(() -> {
      window.workspace().resolve();
      return true;
    });
    quiet();
  }

  /** Waits until nothing is under way. */
  private void quiet() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    boolean quiet = false;
    while (!quiet && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100); // what was asked for begins
      quiet = Toolkit.on(() -> window.workspace().background().activity().get().quiet());
    }
    if (!quiet) {
      thrown.add("not done after " + PATIENCE_SECONDS + " s in round " + round);
    }
  }

  private void thrown(Throwable error) {
    thrown.add(String.valueOf(error));
    error.printStackTrace();
  }
}
