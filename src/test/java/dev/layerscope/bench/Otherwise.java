package dev.layerscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a person would do otherwise with the same repositories, taken on the same machine in the
 * same run: git's own commands in every repository one after the other, and {@code kubectl
 * kustomize} for one folder after the other.
 */
final class Otherwise {
  private static final int BUILDS = 5;
  private static final int PATIENCE_MINUTES = 20;

  private final Path estate;
  private final Path mirrors;

  Otherwise(Path estate) {
    this.estate = estate;
    this.mirrors = estate.resolveSibling(estate.getFileName() + "-mirrors");
  }

  /** Seconds by name. */
  Map<String, Double> measured() throws IOException, InterruptedException {
    Map<String, Double> figures = new TreeMap<>();
    if (!Files.exists(mirrors)) {
      Files.createDirectories(mirrors);
      each("git clone -q --mirror \"$r\" \"$2/$(basename \"$r\")\"");
    }
    figures.put(
        "git-grep",
        each("git -C \"$r\" grep -l 'kind: Application' main -- '*.yaml' >/dev/null || true"));
    figures.put("git-diff", each("git -C \"$r\" diff --name-only main qa >/dev/null"));
    figures.put("git-fetch", each("git -C \"$2/$(basename \"$r\")\" fetch -q"));
    figures.put(
        "git-clone",
        run(
            List.of(
                "sh",
                "-c",
                "d=$(mktemp -d) && git clone -q \"$1\" \"$d/c\"; s=$?; rm -rf \"$d\"; exit $s",
                "sh",
                estate + "/repos/clusters.git")));
    double build = kustomizeBuild();
    if (build > 0) {
      figures.put("kubectl-kustomize", build);
      figures.put("kubectl-start", run(List.of("kubectl", "version", "--client")));
    }
    return figures;
  }

  /** Seconds that a command takes in all repositories together. */
  private double each(String command) throws IOException, InterruptedException {
    String loop = "for r in \"$1\"/*.git; do " + command + "; done";
    return run(List.of("sh", "-c", loop, "sh", estate + "/repos", mirrors.toString()));
  }

  /** Seconds of the middle of several builds of a team's overlay; 0 without kubectl. */
  private double kustomizeBuild() throws IOException, InterruptedException {
    Path files = Files.createTempDirectory("layerscope-otherwise-");
    String script =
        """
        command -v kubectl >/dev/null || exit 1
        for r in "$1"/teams-*.git; do
          if git -C "$r" ls-tree -r --name-only main | grep -q overlays/dev/kustomization.yaml; then
            git -C "$r" archive main | tar -x -C "$2"
            exit
          fi
        done
        exit 1
        """;
    try {
      run(List.of("sh", "-c", script, "sh", estate + "/repos", files.toString()));
      Path overlay;
      try (var walk = Files.walk(files)) {
        overlay =
            walk.filter(f -> f.endsWith("overlays/dev/kustomization.yaml"))
                .findFirst()
                .map(Path::getParent)
                .orElse(files);
      }
      double[] seconds = new double[BUILDS];
      for (int i = 0; i < BUILDS; i++) {
        seconds[i] =
            run(
                List.of(
                    "sh", "-c", "kubectl kustomize \"$1\" >/dev/null", "sh", overlay.toString()));
      }
      Arrays.sort(seconds);
      return seconds[BUILDS / 2];
    } catch (IOException without) {
      return 0;
    } finally {
      run(List.of("rm", "-r", files.toString()));
    }
  }

  private static double run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("failed: " + command.getLast());
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
