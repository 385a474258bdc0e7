package dev.layerscope.bench;

import dev.layerscope.bench.estate.EstateCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Measures synthetic estates, each in programs of its own with two processors and 1 GB of heap:
 * {@code EstateBenchmark [S M L XL]}. One program is started as the commands are, with nothing kept
 * on disk and once more with what that left; one as the window is. Prints the table of {@code
 * docs/performance.md}, writes {@code target/bench/estates.json}, and holds it against the run
 * before. The estates stay in {@code target/estates} for the next time.
 */
public final class EstateBenchmark {
  private static final Path RESULT = Path.of("target", "bench", "estates.json");
  private static final Path BEFORE = Path.of("target", "bench", "estates-before.json");

  /** As {@code bin/layerscope} has them for a command. */
  private static final List<String> QUICK =
      List.of(
          "-XX:+UseParallelGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto");

  /** As it has them for the window. */
  static final List<String> WINDOW =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseParallelGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MaxNewSize=320m",
          "-XX:MaxTenuringThreshold=1",
          "-XX:MetaspaceSize=128m",
          "-XX:ReservedCodeCacheSize=240m");

  /** A figure, in words, and what a person would do otherwise. */
  private record Row(String name, String words, String otherwise) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("cold.start", "a command, nothing kept", "kustomize-all"),
          new Row("warm.start", "a command, renderings kept on disk", "kustomize-all"),
          new Row("cold.window", "the window, nothing kept", "kustomize-all"),
          new Row("cold.again", "opened again in the running program", "git-grep"),
          new Row("cold.second", "a second environment, asked for at once", "git-diff"),
          new Row("cold.ahead", "another one, read ahead with one core", "git-diff"),
          new Row("cold.second-ahead", "that one, asked for then", "git-diff"),
          new Row("cold.fetch", "fetching one new commit", "git-fetch"),
          new Row("cold.changed", "the changed file resolved, first time", "git-grep"),
          new Row("cold.changed-later", "the changed file resolved, program warm", "git-grep"),
          new Row("cold.checks", "all checks, program warm", "git-grep"),
          new Row("cold.plan", "an edit planned and previewed, program warm", "git-clone"),
          new Row("cold.matrix", "the matrix of three environments", "git-diff"),
          new Row("window.frame", "the window's first frame", "kubectl-start"),
          new Row("window.shown", "the window shows it, nothing kept", "kustomize-all"),
          new Row("window.search", "a letter typed into the search", "git-grep"),
          new Row("window.screen", "the changed file on the screen, first time", "git-grep"),
          new Row("window.screen-later", "the same, program warm", "git-grep"));

  private final Path home = Path.of("target", "estates").toAbsolutePath();
  private final Figures figures = new Figures();

  private EstateBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> sizes = arguments.length == 0 ? List.of("S", "M", "L") : List.of(arguments);
    var benchmark = new EstateBenchmark();
    for (String size : sizes) {
      benchmark.measure(size);
    }
    if (Files.exists(RESULT)) {
      Files.move(RESULT, BEFORE, StandardCopyOption.REPLACE_EXISTING);
    }
    benchmark.figures.write(RESULT);
    System.out.print(benchmark.table(sizes, Figures.read(BEFORE)));
  }

  private void measure(String size) throws IOException, InterruptedException {
    Path estate = home.resolve(size);
    if (!Files.exists(estate.resolve("workspace.yaml"))) {
      EstateCommand.main(new String[] {size, estate.toString()});
    }
    run(QUICK, size, "clone", "");
    forget(size);
    run(QUICK, size, "command", "cold.");
    run(QUICK, size, "command", "warm.");
    forget(size);
    run(WINDOW, size, "window", "cold.");
    forget(size);
    onScreen(size);
    new Otherwise(estate)
        .measured()
        .forEach((name, value) -> figures.put(size + "." + name, value));
    OptionalDouble one = figures.get(size + ".kubectl-kustomize");
    OptionalDouble many = figures.get(size + ".cold.kustomizations");
    if (one.isPresent() && many.isPresent()) {
      figures.put(size + ".kustomize-all", one.getAsDouble() * many.getAsDouble());
    }
  }

  /** Takes away what was kept on disk. */
  private void forget(String size) throws IOException {
    Path kept = home.resolve(size + "-clones").resolve("renderings");
    if (Files.exists(kept)) {
      try (Stream<Path> files = Files.list(kept)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A real window; without a display, or one that can be made, there are no such figures. */
  private void onScreen(String size) throws IOException, InterruptedException {
    String toolkit = System.getProperty("fx.dir", "");
    boolean display = !System.getenv().getOrDefault("DISPLAY", "").isBlank();
    boolean made = !display && Files.isExecutable(Path.of("/usr/bin/xvfb-run"));
    if (toolkit.isEmpty() || !display && !made) {
      return;
    }
    var command = new ArrayList<String>();
    if (made) {
      command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--module-path=" + toolkit);
    command.add("--add-modules=" + System.getProperty("fx.modules"));
    command.addAll(List.of("-Xmx1g", "-XX:ActiveProcessorCount=2"));
    command.addAll(WINDOW);
    command.addAll(List.of("--enable-native-access=javafx.graphics", "-Dprism.order=sw", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.layerscope.ui.shell.WindowRun");
    command.add(home.resolve(size).toString());
    command.add(home.resolve(size + "-clones").toString());
    figures(command, size, "window.");
  }

  private void run(List<String> options, String size, String life, String prefix)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:ActiveProcessorCount=2"));
    command.addAll(options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(EstateRun.class.getName());
    command.addAll(
        List.of(home.resolve(size).toString(), home.resolve(size + "-clones").toString(), life));
    figures(command, size, prefix);
  }

  private void figures(List<String> command, String size, String prefix)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader printed = program.inputReader(StandardCharsets.UTF_8)) {
      printed.lines().forEach(line -> figures.line(size, prefix, line));
    }
    if (program.waitFor() != 0) {
      throw new IOException("a run over an estate failed");
    }
  }

  private String table(List<String> sizes, Figures before) {
    var table =
        new StringBuilder("| estate | what | s (processor) | otherwise, s | ratio | before |\n")
            .append("|---|---|---|---|---|---|\n");
    for (String size : sizes) {
      for (Row row : ROWS) {
        row(size, row, before, table);
      }
      for (String heap : List.of("cold.heap", "cold.window-heap")) {
        OptionalDouble now = figures.get(size + "." + heap);
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %s | %.0f MB | | | %s |%n",
                size,
                heap.equals("cold.heap") ? "heap of the command" : "heap of the window",
                now.orElse(0),
                Figures.ratio(now, before.get(size + "." + heap))));
      }
      share(size, "second environment of the first, asked for at once", "second", table);
      share(size, "the same, read ahead", "second-ahead", table);
    }
    return table.toString();
  }

  private void share(String size, String words, String name, StringBuilder table) {
    OptionalDouble part = figures.get(size + ".cold." + name + ".seconds");
    OptionalDouble first = figures.get(size + ".cold.window.seconds");
    table.append(
        String.format(
            Locale.ROOT, "| %s | %s | %s | | | |%n", size, words, Figures.ratio(part, first)));
  }

  private void row(String size, Row row, Figures before, StringBuilder table) {
    String name = size + "." + row.name();
    if (figures.get(name + ".seconds").isEmpty()) {
      return;
    }
    OptionalDouble otherwise = figures.get(size + "." + row.otherwise());
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | `%s` %s | %s | %s |%n",
            size,
            row.words(),
            figures.time(name),
            row.otherwise(),
            otherwise.isPresent()
                ? String.format(Locale.ROOT, "%.2f", otherwise.getAsDouble())
                : "–",
            Figures.ratio(figures.get(name + ".seconds"), otherwise),
            Figures.ratio(figures.get(name + ".processor"), before.get(name + ".processor"))));
  }
}
