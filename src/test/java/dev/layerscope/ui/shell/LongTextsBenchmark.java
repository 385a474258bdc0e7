package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.common.DiffView;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures two long files beside each other, all lines open: how long until the first picture, and
 * the time between frames while they are scrolled. Opens a real window. The argument is how many
 * lines each has.
 */
final class LongTextsBenchmark {
  private static final int FRAMES = 300;

  private final String from;
  private final String to;
  private final DiffView view = new DiffView();

  private LongTextsBenchmark(int lines) {
    from = text(lines, false);
    to = text(lines, true);
  }

  public static void main(String[] arguments) throws Exception {
    int lines = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
    Locale.setDefault(Locale.ROOT);
    var started = new CompletableFuture<Void>();
    Platform.startup(() -> started.complete(null));
    started.get(60, TimeUnit.SECONDS);
    var measured = new CompletableFuture<String>();
    Platform.runLater(() -> new LongTextsBenchmark(lines).open(measured));
    System.out.println(measured.get(300, TimeUnit.SECONDS));
    Platform.exit();
    System.exit(0);
  }

  /** Lines as a generator writes them; every tenth differs, every hundredth is new. */
  private static String text(int lines, boolean changed) {
    return IntStream.range(0, lines)
        .mapToObj(i ->
            (i % 8 == 0 ? "- name: item-" + i : "  field" + i % 8 + ": value " + i)
                + (changed && i % 10 == 3 ? " changed" : "")
                + (changed && i % 100 == 50 ? "\n  added: " + i : ""))
        .collect(Collectors.joining("\n"));
  }

  private void open(CompletableFuture<String> measured) {
    Theme.loadFonts();
    var scene = new Scene(view, 1440, 900);
    new Theme(new SettingsFile(Path.of("target", "texts.properties"))).dress(scene);
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    // A text is looked at in a window that stands: its own first picture is not the text's.
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 30) {
          stop();
          show(new ArrayList<>(), measured);
        }
      }
    }.start();
  }

  /**
   * Called in a pulse, which lays the rows out; the second one after waited until they are drawn.
   */
  private void show(List<Double> rounds, CompletableFuture<String> measured) {
    long start = System.nanoTime();
    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    view.show(rows());
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 2) {
          stop();
          rounds.add((System.nanoTime() - start) / 1e6);
          long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked;
          rounds.add(spent / 1e6);
          if (rounds.size() < 6) {
            show(rounds, measured);
          } else {
            scroll(rounds, measured);
          }
        }
      }
    }.start();
  }

  /** With every fold open: that is the most there can be to scroll. */
  private List<DiffRow> rows() {
    return DiffRow.of(from, to).stream()
        .flatMap(row ->
            row instanceof DiffRow.Fold(var lines)
                ? lines.stream().<DiffRow>map(line -> new DiffRow.Pair(line))
                : java.util.stream.Stream.of(row))
        .toList();
  }

  private void scroll(List<Double> rounds, CompletableFuture<String> measured) {
    int[] at = {0};
    int rows = view.list().getItems().size();
    var meter =
        new FrameMeter(
            () -> {
              at[0] = (at[0] + 17) % rows;
              view.list().scrollTo(at[0]);
            },
            () -> 42);
    meter.start();
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == FRAMES) {
          stop();
          meter.stop();
          measured.complete(report(rounds, rows, meter));
        }
      }
    }.start();
  }

  private static String report(List<Double> rounds, int rows, FrameMeter meter) {
    return String.format(
            Locale.ROOT,
            "first picture of %d rows: %.0f ms (processor %.0f) in a new program, then %.0f (%.0f)"
                + " and %.0f ms (%.0f)%n",
            rows,
            rounds.get(0),
            rounds.get(1),
            rounds.get(2),
            rounds.get(3),
            rounds.get(4),
            rounds.get(5))
        + "| scrolling | frames | rows | between, median | p95 | work, median | p95 |\n"
        + meter.row("17 rows a frame");
  }
}
