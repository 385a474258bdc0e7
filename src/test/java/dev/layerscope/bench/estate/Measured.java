package dev.layerscope.bench.estate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an estate amounts to, counted in what was written.
 *
 * @param yamlBytes of all distinct contents of YAML files, in all commits
 * @param renderings of charts, no two of them the same
 */
record Measured(int applications, int commits, int branches, long yamlBytes, int renderings) {
  static final long MOST_YAML_BYTES = 40_000_000;
  static final int MOST_RENDERINGS = 500;

  /** Counts in a folder of bare repositories. */
  static Measured of(Path repositories, int applications, int renderings) throws IOException {
    int commits = 0;
    int branches = 0;
    long bytes = 0;
    try (Stream<Path> all = Files.list(repositories)) {
      for (Path repository : all.sorted().toList()) {
        commits += Integer.parseInt(git(repository, "rev-list --count --all").strip());
        branches += (int) git(repository, "for-each-ref refs/heads").lines().count();
        bytes += yaml(repository);
      }
    }
    return new Measured(applications, commits, branches, bytes, renderings);
  }

  /** Each object is listed once, whatever the number of commits it is in. */
  private static long yaml(Path repository) throws IOException {
    String listed =
        shell(
            repository,
            "git rev-list --objects --all"
                + " | git cat-file --batch-check='%(objecttype) %(objectsize) %(rest)'");
    return listed
        .lines()
        .map(line -> line.split(" ", 3))
        .filter(words -> words[0].equals("blob") && words[2].endsWith(".yaml"))
        .mapToLong(words -> Long.parseLong(words[1]))
        .sum();
  }

  private static String git(Path repository, String words) throws IOException {
    return shell(repository, "git " + words);
  }

  private static String shell(Path repository, String line) throws IOException {
    Process process =
        new ProcessBuilder(List.of("sh", "-c", line))
            .directory(repository.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%,d Applications, %,d commits on %,d branches, %.1f MB of distinct YAML (at most %d), %d"
            + " distinct Helm renders (at most %d)",
        applications,
        commits,
        branches,
        yamlBytes / 1e6,
        MOST_YAML_BYTES / 1_000_000,
        renderings,
        MOST_RENDERINGS);
  }
}
