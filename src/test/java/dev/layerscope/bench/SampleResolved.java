package dev.layerscope.bench;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long the sample workspace takes from its clones to the hierarchy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SampleResolved {

  private static final Path SAMPLE = Path.of("sample-workspace");

  private Path clones = SAMPLE;
  private OpenWorkspace door = new OpenWorkspace(SAMPLE);

  @Setup
  public void cloneOnce() throws IOException, WorkspaceException {
    clones = Files.createTempDirectory("layerscope-bench");
    door = new OpenWorkspace(clones);
    door.open(SAMPLE, Progress.SILENT).close();
  }

  /** Everything read and rendered anew, the clones being there. */
  @Benchmark
  public Hierarchy opened() throws WorkspaceException {
    try (Opened opened = door.open(SAMPLE, Progress.SILENT)) {
      return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
    }
  }

  /** An open workspace, first as declared, then in another environment. */
  @Benchmark
  public Hierarchy switched() throws WorkspaceException {
    try (Opened opened = door.open(SAMPLE, Progress.SILENT)) {
      Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      return Resolve.resolve(opened, Selection.environment("qa"), Progress.SILENT);
    }
  }

  @TearDown
  public void removeTheClones() throws IOException {
    try (Stream<Path> walk = Files.walk(clones)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
