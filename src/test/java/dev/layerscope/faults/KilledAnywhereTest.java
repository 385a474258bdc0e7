package dev.layerscope.faults;

import static dev.layerscope.git.GitBinary.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.git.GitFixture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.work.AnotherJava;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that dies before or after any step that changes the file system, while it remembers
 * settings, changes the workspace file, clones, fetches and keeps renderings, leaves nothing that
 * the next one stumbles over or takes for whole. A build tries a few steps; {@code
 * -Dlayerscope.killed=all} every step, before and after, and {@code -Dlayerscope.killed=N} that
 * many moments by the clock.
 */
class KilledAnywhereTest {
  @TempDir private Path temp;
  private Path first = Path.of("");
  private Path earlier = Path.of("");

  @BeforeEach
  void anEstateThatWasClonedOnceAndHasGoneOn() throws Exception {
    GitFixture east = GitFixture.onDisk(temp.resolve("east.git"));
    east.defaultBranch("dev")
        .file("bootstrap.yaml", application("east-deps", "deps", east.url().text()))
        .file("deps/one.yaml", application("one", "one", east.url().text()))
        .file("one/a.yaml", configMap("1"))
        .commit("Begin");
    first = Files.createDirectory(temp.resolve("first"));
    Files.writeString(
        first.resolve("workspace.yaml"),
        """
        name: before
        repositories: [{url: "%1$s"}]
        roots: [{name: east, repoURL: "%1$s", path: bootstrap.yaml}]
        """
            .formatted(east.url().text()));
    new SettingsFile(first.resolve("settings/window.properties")).put("recent", "kept");
    earlier = copy(first);
    WritesEverything.write(earlier);
    Path file = earlier.resolve("workspace.yaml");
    Files.writeString(file, Files.readString(file).replace("name: after", "name: before"));
    new SettingsFile(earlier.resolve("settings/window.properties")).put("theme", "light");
    east.file("one/a.yaml", configMap("2"))
        .file("deps/two.yaml", application("two", "one", east.url().text()))
        .commit("Go on")
        .branch("qa");
  }

  private static String application(String name, String path, String url) {
    return ApplicationText.of(name, url, path).at("dev").yaml();
  }

  private static String configMap(String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: \"%s\"}\n"
        .formatted(value);
  }

  @Test
  void theNextProgramFindsEverythingSoundWhateverStepTheLastOneDiedAt() throws Exception {
    String wanted = System.getProperty("layerscope.killed", "");
    for (Path start : wanted.isEmpty() ? List.of(earlier) : List.of(first, earlier)) {
      List<String> said = child(copy(start));
      List<String> steps = said.stream().filter(line -> line.startsWith("step ")).toList();
      assertThat(steps)
          .contains("step move workspace.yaml", "step move window.properties")
          .anyMatch(step -> start.equals(earlier) || step.matches("step move east-.*\\.git"));
      if (wanted.matches("[0-9]+")) {
        long whole = Long.parseLong(said.getLast().replace("nanos ", ""));
        byTheClock(start, Integer.parseInt(wanted) / 2, whole);
      } else {
        bySteps(start, steps, wanted.equals("all"));
      }
    }
  }

  private void byTheClock(Path start, int times, long whole) throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < times; i++) {
      long nanos = (long) (random.nextDouble() * whole * 1.05);
      Path folder = copy(start);
      child(folder, "-Dfaults.nanos=" + nanos);
      sound(folder, "killed after " + nanos + " ns");
    }
    System.out.printf("%s: killed at %d moments by the clock%n", start.getFileName(), times);
  }

  private void bySteps(Path start, List<String> steps, boolean all) throws Exception {
    int tried = 0;
    for (int at = 0; at < steps.size(); at++) {
      boolean deciding = steps.get(at).matches("step move (pack-.*\\.pack|workspace.yaml)");
      for (String when : List.of("before", "after")) {
        boolean last = steps.lastIndexOf(steps.get(at)) == at;
        if (all || deciding && last && when.equals("after")) {
          Path folder = copy(start);
          child(folder, "-Dfaults.die=" + when, "-Dfaults.at=" + at);
          sound(folder, "killed " + when + " " + steps.get(at) + " (" + at + ")");
          tried++;
        }
      }
    }
    assertThat(tried).isPositive();
    if (all) {
      System.out.printf("%s: %d steps, killed at %d%n", start.getFileName(), steps.size(), tried);
    }
  }

  /** What the next program finds. */
  private static void sound(Path folder, String moment) throws Exception {
    var settings = new SettingsFile(folder.resolve("settings/window.properties"));
    assertThat(settings.get("recent")).as(moment).contains("kept");
    assertThat(Files.readString(folder.resolve("workspace.yaml")))
        .as(moment)
        .matches("(?s)name: (before|after)\n.*path: bootstrap.yaml.*");
    Path clones = folder.resolve("clones");
    try (Opened opened =
        new OpenWorkspace(clones).open(folder.resolve("workspace.yaml"), Progress.SILENT)) {
      assertThat(new FetchAll(clones).fetch(opened, Progress.SILENT))
          .as(moment)
          .allMatch(one -> one.trouble().isEmpty());
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      assertThat(hierarchy.nodes())
          .as(moment)
          .extracting(HierarchyNode::name)
          .contains("east-deps", "one", "two");
    }
    settings.put("looked", moment);
    git(clone(clones), "fsck", "--strict", "--no-dangling");
    assertThat(files(folder))
        .as(moment)
        .noneMatch(name -> name.matches(".*(\\.unfinished|\\.new)|incoming_.*"));
  }

  private static Path clone(Path clones) throws IOException {
    try (Stream<Path> list = Files.list(clones)) {
      return list.filter(path -> path.toString().endsWith(".git")).findFirst().orElseThrow();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  private Path copy(Path start) throws IOException {
    Path to = Files.createTempDirectory(temp, "run").toRealPath();
    try (Stream<Path> walk = Files.walk(start)) {
      for (Path file : walk.filter(f -> !f.equals(start)).toList()) {
        Files.copy(file, to.resolve(start.relativize(file).toString()));
      }
    }
    return to;
  }

  private static List<String> child(Path folder, String... properties) throws Exception {
    var options =
        new ArrayList<>(
            List.of(
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + WatchedProvider.class.getName(),
                "-Dfaults.under=" + folder));
    options.addAll(List.of(properties));
    AnotherJava.Ended child =
        AnotherJava.run(WritesEverything.class, options, List.of(folder.toString()));
    assertThat(child.status())
        .as(child.said())
        .isIn(properties.length == 0 ? List.of(0) : List.of(0, 9));
    return child.said().lines().toList();
  }
}
