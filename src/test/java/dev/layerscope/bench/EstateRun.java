package dev.layerscope.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.FetchAll;
import dev.layerscope.operation.OpenWorkspace;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Resolve;
import dev.layerscope.operation.Selection;
import dev.layerscope.render.helm.worker.HelmWorker;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * One measured life of the program over an estate: {@code EstateRun ESTATE CLONES
 * clone|command|window}. Prints cells of a row of Markdown. Each figure is seconds by the clock,
 * and seconds of processor in brackets, those of Helm's process included.
 */
public final class EstateRun {
  private final Path estate;
  private final Path clones;
  private final StringBuilder row = new StringBuilder("|");

  private EstateRun(Path estate, Path clones) {
    this.estate = estate;
    this.clones = clones;
  }

  public static void main(String[] arguments) throws Exception {
    var run = new EstateRun(Path.of(arguments[0]), Path.of(arguments[1]));
    switch (arguments[2]) {
      case "clone" -> new OpenWorkspace(run.clones).open(run.estate, Progress.SILENT).close();
      case "command" -> run.command();
      case "window" -> run.window();
      default -> throw new IllegalArgumentException(arguments[2]);
    }
  }

  /** What a command does: one look, and the end. */
  private void command() throws Exception {
    try (Opened opened = new OpenWorkspace(clones).open(estate, Progress.SILENT)) {
      Hierarchy first = first(opened);
      row.insert(1, " %d |".formatted(first.nodes().size()));
      heap(first);
    }
    System.out.print(row);
  }

  /** From the start of the program to the first hierarchy. */
  private Hierarchy first(Opened opened) {
    Hierarchy first = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    figure(System.currentTimeMillis() - started, processor());
    return first;
  }

  /** What a person does who has the window open. */
  private void window() throws Exception {
    var door = new OpenWorkspace(clones);
    try (Opened opened = door.open(estate, Progress.SILENT)) {
      Hierarchy first = first(opened);
      again(door);
      timed(() -> Resolve.resolve(opened, Selection.environment("qa"), Progress.SILENT));
      commit();
      timed(() -> refreshed(opened));
      heap(first);
    }
    System.out.println(row.substring(1));
  }

  /** Of which the hierarchy is a part: it is held until here, so that it is counted. */
  private void heap(Hierarchy held) {
    row.append(" %d MB |".formatted(usedAfterCollecting() / 1024 / 1024));
    if (held.nodes().isEmpty()) {
      throw new IllegalStateException("an estate without Applications");
    }
  }

  /** The running program opens the workspace once more. */
  private void again(OpenWorkspace door) throws Exception {
    timed(() -> {
      try (Opened opened = door.open(estate, Progress.SILENT)) {
        return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      }
    });
  }

  private Hierarchy refreshed(Opened opened) {
    new FetchAll(clones).fetch(opened, Progress.SILENT);
    return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
  }

  private void timed(Callable<Hierarchy> work) throws Exception {
    long clock = System.nanoTime();
    long processor = processor();
    work.call();
    figure((System.nanoTime() - clock) / 1_000_000, processor() - processor);
  }

  private void figure(long milliseconds, long processorNanos) {
    row.append(
        String.format(Locale.ROOT, " %.1f (%.1f) |", milliseconds / 1000.0, processorNanos / 1e9));
  }

  private static long processor() {
    var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long helm =
        HelmWorker.shared()
            .running()
            .flatMap(process -> process.info().totalCpuDuration())
            .map(Duration::toNanos)
            .orElse(0L);
    return own.getProcessCpuTime() + helm;
  }

  private static long usedAfterCollecting() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** One more commit on the remote: a team changes a file. */
  private void commit() throws IOException, InterruptedException {
    Path repository = estate.resolve("repos/teams-0.git");
    Process git =
        new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: team-0000}\ndata: {a: b}\n";
    String stream =
        """
        commit refs/heads/main
        committer Estate <estate@example.com> 1770000000 +0000
        data 6
        Change
        from refs/heads/main^0
        M 100644 inline team-0000/config.yaml
        data %d
        %s
        """
            .formatted(config.length(), config);
    try (var out = git.getOutputStream()) {
      out.write(stream.getBytes(StandardCharsets.UTF_8));
    }
    if (git.waitFor() != 0) {
      throw new IOException("git fast-import failed");
    }
  }
}
