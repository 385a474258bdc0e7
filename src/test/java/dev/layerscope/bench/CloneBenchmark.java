package dev.layerscope.bench;

import dev.layerscope.git.transport.HttpBackend;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What it costs to have everything cloned: 200 small repositories and one of 200 MB, served over
 * HTTP on this machine by git's {@code http-backend} in a process of its own, once by us and once
 * by {@code git clone --mirror}, six at a time either way. Then a refresh with nothing new. A
 * program of its own, run by hand; arguments are another number of repositories, and {@code small}
 * to leave the large one out.
 */
final class CloneBenchmark {
  private static final int AT_ONCE = 6;
  private static final int REFRESHES = 4;
  private static final int BIG_FILES = 100;
  private static final int BIG_FILE = 2_000_000;

  private final Path folder;

  private CloneBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    int count = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
    boolean heavy = arguments.length < 2;
    Path folder = Files.createTempDirectory("layerscope-clones");
    try {
      new CloneBenchmark(folder).run(count, heavy);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private void run(int count, boolean heavy) throws Exception {
    List<String> small = small(count);
    Process server = server();
    try (var said =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String url = said.readLine();
      compare(count + " small repositories", url, small, "small");
      if (heavy) {
        compare("one of 200 MB", url, List.of(big()), "big");
      }
    } finally {
      server.destroy();
    }
  }

  private void compare(String what, String url, List<String> names, String place) throws Exception {
    double git = mirrored(url, names, place);
    double fetched = fetched(place);
    Path workspace = workspace(url, names, place);
    long begun = System.nanoTime();
    double cpu = processor();
    try (Opened opened = open(workspace, place)) {
      System.out.printf(
          "%s: git clone --mirror %.1f s, Layerscope %.1f s (%.1f s of processor)%n",
          what, git, seconds(begun), processor() - cpu);
      System.out.printf("  nothing new: git fetch %.2f s", fetched);
      for (int i = 0; i < REFRESHES; i++) {
        refresh(opened, place);
      }
      System.out.println();
    }
  }

  private void refresh(Opened opened, String place) {
    long begun = System.nanoTime();
    double cpu = processor();
    long failed =
        new FetchAll(clones(place))
            .fetch(opened, Progress.SILENT).stream()
                .filter(one -> one.trouble().isPresent())
                .count();
    System.out.printf(
        ", Layerscope %.2f s (%.2f s of processor)", seconds(begun), processor() - cpu);
    if (failed > 0) {
      System.out.printf(" %d FAILED", failed);
    }
  }

  private Opened open(Path workspace, String place) throws Exception {
    return new OpenWorkspace(clones(place)).open(workspace, Progress.SILENT);
  }

  private Path clones(String place) {
    return folder.resolve(place + "-clones");
  }

  /** What this program alone has used, without the server and git. */
  private static double processor() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(d -> d.toMillis() / 1e3)
        .orElse(0.0);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private Path workspace(String url, List<String> names, String place) throws IOException {
    Path file =
        Files.createDirectory(folder.resolve(place + "-workspace")).resolve("workspace.yaml");
    var text = new StringBuilder("name: clones\nrepositories:\n");
    names.forEach(name -> text.append("  - url: ").append(url).append(name).append('\n'));
    return Files.writeString(file, text);
  }

  private double mirrored(String url, List<String> names, String place) throws Exception {
    Path into = Files.createDirectory(folder.resolve(place + "-mirrors"));
    Path list = Files.write(folder.resolve(place + ".txt"), names);
    long begun = System.nanoTime();
    sh(into, "xargs -P %d -I N git clone -q --mirror %sN N < %s".formatted(AT_ONCE, url, list));
    return seconds(begun);
  }

  /** The same shell, asking every mirror's remote for what is new. */
  private double fetched(String place) throws Exception {
    Path mirrors = folder.resolve(place + "-mirrors");
    Path list = folder.resolve(place + ".txt");
    long begun = System.nanoTime();
    sh(mirrors, "xargs -P %d -I N git -C N fetch -q < %s".formatted(AT_ONCE, list));
    return seconds(begun);
  }

  private List<String> small(int count) throws Exception {
    var names = new ArrayList<String>();
    Path served = Files.createDirectories(folder.resolve("served"));
    sh(
        served,
        """
        git init -q -b main work && cd work &&
        for i in 1 2 3 4 5 6 7 8 9 10; do
          mkdir -p d$i && for k in 1 2 3; do echo "a: $i$k" > d$i/$k.yaml; done && git add . &&
          git -c user.name=R -c user.email=r@example.com commit -qm "$i"; done &&
        git branch dev HEAD~4 && git branch qa HEAD~3 && git branch prod HEAD~6 && git tag v1
        """);
    for (int i = 0; i < count; i++) {
      names.add("small-" + i + ".git");
    }
    Path list = Files.write(folder.resolve("names.txt"), names);
    sh(served, "xargs -I N sh -c 'git clone -q --bare work N && git -C N repack -adq' < " + list);
    return names;
  }

  private String big() throws Exception {
    Path work = Files.createDirectories(folder.resolve("served/heavy"));
    var random = new Random(1);
    var bytes = new byte[BIG_FILE];
    for (int i = 0; i < BIG_FILES; i++) {
      random.nextBytes(bytes);
      Files.write(work.resolve(i + ".bin"), bytes);
    }
    sh(
        work,
        """
        git init -q -b main . && git add . &&
        git -c user.name=R -c user.email=r@example.com commit -qm big &&
        git clone -q --bare . ../big.git && git -C ../big.git repack -adq && rm -rf ../heavy
        """);
    return "big.git";
  }

  private Process server() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HttpBackend.class.getName(),
            folder.resolve("served").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void sh(Path in, String script) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-ec", script).directory(in.toFile()).inheritIO().start();
    if (shell.waitFor() != 0) {
      throw new IOException("failed: " + script);
    }
  }
}
