package dev.layerscope.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.FetchAll;
import dev.layerscope.operation.OpenWorkspace;
import dev.layerscope.operation.Opened;
import dev.layerscope.operation.Resolve;
import dev.layerscope.operation.Selection;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * One measured life of the program over an estate: {@code EstateRun ESTATE CLONES}. Prints a row of
 * Markdown. Each figure is seconds by the clock, and seconds of processor in brackets.
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
    if (arguments.length > 2) {
      new OpenWorkspace(run.clones).open(run.estate, Progress.SILENT).close();
      return;
    }
    run.measure();
  }

  private void measure() throws Exception {
    var door = new OpenWorkspace(clones);
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    try (Opened opened = door.open(estate, Progress.SILENT)) {
      Hierarchy first = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      row.append(" %d |".formatted(first.nodes().size()));
      figure(System.currentTimeMillis() - started, processor());
      again(door);
      timed(() -> Resolve.resolve(opened, Selection.environment("qa"), Progress.SILENT));
      commit();
      timed(() -> refreshed(opened));
      long used = usedAfterCollecting();
      row.append(" %d MB |".formatted(used / 1024 / 1024));
      // Held until here, so that it is counted.
      if (first.nodes().isEmpty()) {
        throw new IllegalStateException("an estate without Applications");
      }
    }
    System.out.println(row);
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
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
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
