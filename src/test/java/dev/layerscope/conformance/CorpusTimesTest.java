package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to resolve each real estate: for the first time since it was opened, and once
 * more. Runs only when asked for: {@code ./mvnw -o -q test -Dtest=CorpusTimesTest
 * -Dcorpus.times=true}; prints the table of docs/performance.md.
 */
class CorpusTimesTest {
  private static final Path WORKSPACES = Path.of("..", "shared", "corpora", "workspaces");

  @TempDir private Path clones = Path.of(".");

  @Test
  void everyEstateIsResolvedColdAndWarm() throws Exception {
    assumeTrue(Boolean.getBoolean("corpus.times"), "not asked for: -Dcorpus.times=true");
    assumeTrue(Files.isDirectory(WORKSPACES), "the corpora are not here");
    List<Path> workspaces;
    try (Stream<Path> folders = Files.list(WORKSPACES)) {
      workspaces = folders.filter(f -> Files.exists(f.resolve("workspace.yaml"))).sorted().toList();
    }
    System.out.println("| estate | nodes | cold, ms | warm, ms |");
    for (Path workspace : workspaces) {
      try (Opened opened = new OpenWorkspace(clones).open(workspace, Progress.SILENT)) {
        long cold = time(opened);
        long warm = time(opened);
        int nodes = resolve(opened).nodes().size();
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %d | %d |%n",
            workspace.getFileName(),
            nodes,
            cold / 1_000_000,
            warm / 1_000_000);
        assertThat(nodes).as(workspace.toString()).isPositive();
      }
    }
  }

  private static long time(Opened opened) {
    long start = System.nanoTime();
    resolve(opened);
    return System.nanoTime() - start;
  }

  private static Hierarchy resolve(Opened opened) {
    return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
  }
}
