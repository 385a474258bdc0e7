package dev.layerscope.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.layerscope.bench.estate.ChangedOnce;
import dev.layerscope.bench.estate.EstateCommand;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.BuildMatrix;
import dev.layerscope.operation.compare.Compare;
import dev.layerscope.operation.compare.Comparison;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What comparing costs: {@code ComparisonBenchmark}. A matrix of 1,000 Applications in four
 * environments; a pull request on the baseline of 60 roots; the files that differ between two
 * commits, beside {@code git diff --raw}. Each in a program of its own with two processors and 1 GB
 * of heap; the estates stay in {@code target/estates} for the next time. Seconds by the clock, in
 * brackets seconds of processor.
 */
public final class ComparisonBenchmark {
  private static final int ROUNDS = 31;
  private static final String BASELINE = "https://git.example.com/estate/baseline.git";

  private ComparisonBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of("target", "estates").toAbsolutePath();
    if (arguments.length > 1) {
      measure(arguments[0], Path.of(arguments[1]));
      return;
    }
    for (String what : List.of("matrix", "request", "files")) {
      prepare(what, home);
      child(what, home);
      if (what.equals("matrix")) {
        System.out.println("\nwith the renderings that are on the disk from the first:\n");
        child(what, home);
        prepare("request", home);
        forget(home.resolve("M4-clones").resolve("renderings"));
        System.out.println("\nnothing kept, in a program that has compared another estate:\n");
        child("matrix-later", home);
      }
    }
  }

  private static void prepare(String what, Path home) throws IOException, InterruptedException {
    if (what.equals("files")) {
      ChangedOnce.manyFiles(home.resolve("many.git"));
      return;
    }
    String size = what.equals("matrix") ? "M4" : "R60";
    if (!Files.exists(home.resolve(size).resolve("workspace.yaml"))) {
      EstateCommand.main(new String[] {size, home.resolve(size).toString()});
      ChangedOnce.baseline(home.resolve(size));
    }
    child("clone-" + size, home);
    forget(home.resolve(size + "-clones").resolve("renderings"));
  }

  /** Nothing is kept from a run before. */
  private static void forget(Path renderings) throws IOException {
    if (Files.isDirectory(renderings)) {
      try (Stream<Path> files = Files.walk(renderings)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void child(String what, Path home) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:ActiveProcessorCount=2"));
    command.addAll(EstateBenchmark.WINDOW);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(ComparisonBenchmark.class.getName(), what, home.toString()));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(what + " failed");
    }
  }

  private static void measure(String what, Path home) throws Exception {
    switch (what) {
      case "matrix" -> matrix(home, ManagementFactory.getRuntimeMXBean().getStartTime());
      case "matrix-later" -> {
        try (Opened other = open(home, "R60")) {
          BuildMatrix.build(other, Set.of(), Progress.SILENT);
        }
        matrix(home, System.currentTimeMillis());
      }
      case "request" -> request(home);
      case "files" -> files(home.resolve("many.git"));
      default -> open(home, what.substring("clone-".length())).close();
    }
  }

  private static Opened open(Path home, String size) throws Exception {
    return new OpenWorkspace(home.resolve(size + "-clones"))
        .open(home.resolve(size), Progress.SILENT);
  }

  private static void matrix(Path home, long started) throws Exception {
    try (Opened opened = open(home, "M4")) {
      System.out.println("| matrix, 1,000 × 4 | s | blobs read | rendered | compared |");
      System.out.println("|---|---|---|---|---|");
      row("workspace open", System.currentTimeMillis() - started, processor(), opened.work());
      for (String time : List.of("first", "second", "third")) {
        timed(time, opened, () -> BuildMatrix.build(opened, Set.of(), Progress.SILENT));
      }
    }
  }

  private static void request(Path home) throws Exception {
    var changed = Question.tips(Selection.DECLARED, Selection.DECLARED.with(BASELINE, "change"));
    try (Opened opened = open(home, "R60")) {
      System.out.println(
          "\n| one file of the baseline of 60 roots | s | blobs read | rendered | compared |");
      System.out.println("|---|---|---|---|---|");
      var nothing = Question.tips(Selection.DECLARED, Selection.DECLARED);
      timed(
          "nothing changed, first",
          opened,
          () -> Compare.compare(opened, nothing, Progress.SILENT));
      timed(
          "nothing changed, again",
          opened,
          () -> Compare.compare(opened, nothing, Progress.SILENT));
      Comparison told =
          timed("the change", opened, () -> Compare.compare(opened, changed, Progress.SILENT));
      timed("the change, again", opened, () -> Compare.compare(opened, changed, Progress.SILENT));
      told.applications().stream()
          .filter(Comparison.ComparedApplication::differs)
          .forEach(a ->
              System.out.printf(
                  "%n%s differs on %d roots, told once%n",
                  a.change().node().name(), a.change().roots().size()));
    }
  }

  private static void files(Path repository) throws Exception {
    Clone clone =
        new Clones(repository.resolveSibling("many-clones"))
            .openLocal(
                new RepoUrl("https://git.example.com/estate/many.git"),
                repository,
                Optional.empty());
    Snapshot before = snapshot(clone, "main");
    Snapshot after = snapshot(clone, "other");
    long first = once(() -> ChangedFile.between(before, after).size());
    long[] ours = new long[ROUNDS];
    long[] gits = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      try (Clone anew =
          new Clones(repository.resolveSibling("many-clones"))
              .openLocal(clone.url(), repository, Optional.empty())) {
        Snapshot a = snapshot(anew, "main");
        Snapshot b = snapshot(anew, "other");
        ours[i] = once(() -> ChangedFile.between(a, b).size());
      }
      gits[i] = once(() -> git(repository));
    }
    System.out.println("\n| 1,000 of 20,000 files | ms |\n|---|---|");
    System.out.printf(Locale.ROOT, "| first time | %.1f |%n", first / 1e6);
    System.out.printf(
        Locale.ROOT, "| middle of %d, nothing remembered | %.1f |%n", ROUNDS, middle(ours));
    System.out.printf(
        Locale.ROOT, "| middle of %d of `git diff --raw` | %.1f |%n", ROUNDS, middle(gits));
  }

  private static Snapshot snapshot(Clone clone, String branch) {
    return clone.branch(branch).flatMap(b -> clone.snapshot(b.commit())).orElseThrow();
  }

  private static int git(Path repository) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "-C", repository.toString(), "diff", "--raw", "main", "other")
            .start();
    int bytes = git.getInputStream().readAllBytes().length;
    return git.waitFor() + bytes;
  }

  private static long once(Callable<Integer> work) throws Exception {
    long start = System.nanoTime();
    if (work.call() < 1_000) {
      throw new IllegalStateException("not all files were found");
    }
    return System.nanoTime() - start;
  }

  private static double middle(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  private static <T> T timed(String name, Opened opened, Callable<T> work) throws Exception {
    Opened.Work before = opened.work();
    long clock = System.nanoTime();
    long processor = processor();
    T result = work.call();
    row(
        name,
        (System.nanoTime() - clock) / 1_000_000,
        processor() - processor,
        opened.work().since(before));
    return result;
  }

  private static void row(String name, long milliseconds, long nanos, Opened.Work work) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f (%.2f) | %d | %d | %d |%n",
        name,
        milliseconds / 1000.0,
        nanos / 1e9,
        work.blobs(),
        work.renders(),
        work.compared());
  }

  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
