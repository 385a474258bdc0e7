package dev.layerscope.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/layerscope} of a checkout and of the installed package. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path CHECKOUT_SCRIPT = Path.of("src", "dist", "bin", "layerscope");
  private static final Path PACKAGE_SCRIPT = Path.of("packaging", "linux", "layerscope");

  @TempDir private Path folder;
  private Path launcher;

  @BeforeEach
  void layOutTheProgram() throws IOException {
    launcher = folder.resolve("my dist").resolve("bin").resolve("layerscope");
    Files.createDirectories(launcher.getParent());
    Files.copy(CHECKOUT_SCRIPT, launcher);
  }

  @Test
  void javaHomeIsTakenWhenItIsNewEnough() throws Exception {
    assertThat(start(pretendedJava("jdk", "25.0.3"), "tree", "x").out).startsWith("jdk:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "11.0.2", "17.0.15", "24"})
  void anOldJavaHomeIsPassedOver(String version) throws Exception {
    assertThat(start(pretendedJava("old", version), "tree", "x").out).doesNotContain("old:");
  }

  @Test
  void aNewJavaOnThePathIsTakenThroughItsLinks() throws Exception {
    Path home = pretendedJava("onpath", "25.0.3");
    Path bin = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(bin.resolve("java"), home.resolve("bin").resolve("java"));

    Outcome outcome = start(Map.of("PATH", bin + ":/usr/bin:/bin"), launcher, "tree", "x");

    assertThat(outcome.out).startsWith("onpath:");
  }

  @Test
  void aCommandStartsASmallJvmWithoutTheToolkit() throws Exception {
    assertThat(start(pretendedJava("jdk", "25"), "--clones", "somewhere", "tree", "x").out)
        .contains("-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders")
        .doesNotContain("javafx")
        .endsWith("dev.layerscope.Main|--clones|somewhere|tree|x|\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my workspace"})
  void noCommandOpensTheWindow(String argument) throws Exception {
    String[] arguments = argument.isEmpty() ? new String[0] : new String[] {argument};
    assertThat(start(pretendedJava("jdk", "25"), arguments).out)
        .contains("--add-modules=javafx.controls,javafx.fxml", "/my dist/lib/fx|")
        .contains("-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders")
        .contains("-XX:ReservedCodeCacheSize=240m");
  }

  @Test
  void aLinkToTheLauncherFindsTheProgram() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("ls"), Path.of("my dist/bin/layerscope"));

    Outcome outcome =
        start(Map.of("JAVA_HOME", pretendedJava("jdk", "25").toString()), link, "tree");

    assertThat(outcome.out).contains("-classpath|" + folder.toRealPath() + "/my dist/lib/*|");
  }

  @Test
  void theExitStatusIsTheProgramsOwn() throws Exception {
    assertThat(start(pretendedJava("jdk", "25"), "check", "exit-4").status).isEqualTo(4);
  }

  @Test
  void theInstalledCommandUsesItsOwnRuntime() throws Exception {
    Path lib = folder.resolve("opt").resolve("lib");
    pretendJava(lib.resolve("runtime"), "25");
    Files.copy(PACKAGE_SCRIPT, lib.resolve("layerscope"));
    Path link =
        Files.createSymbolicLink(folder.resolve("layerscope"), Path.of("opt/lib/layerscope"));

    assertThat(start(Map.of(), link, "tree", "x").out)
        .startsWith("runtime:")
        .contains("-Dlayerscope.sample=" + folder.toRealPath() + "/opt/lib/app/sample-workspace")
        .endsWith("dev.layerscope.Main|tree|x|\n");
  }

  @Test
  void bothScriptsKnowTheSameCommands() throws IOException {
    assertThat(commandLine(PACKAGE_SCRIPT)).isEqualTo(commandLine(CHECKOUT_SCRIPT));
  }

  private static String commandLine(Path script) throws IOException {
    try (var lines = Files.lines(script)) {
      return lines.map(String::strip).filter(line -> line.startsWith("tree|")).findFirst().get();
    }
  }

  private Path pretendedJava(String name, String version) throws IOException {
    return pretendJava(folder.resolve(name), version);
  }

  /** A folder that looks like a JDK; its {@code java} prints its name and what it was asked. */
  private static Path pretendJava(Path home, String version) throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(
        java,
        """
        #!/bin/sh
        printf '%s:' NAME
        printf '%s|' "$@"
        echo
        for last; do :; done
        case ${last:-} in exit-*) exit "${last#exit-}" ;; esac
        """
            .replace("NAME", home.getFileName().toString()));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }

  private record Outcome(int status, String out) {}

  private Outcome start(Path javaHome, String... arguments)
      throws IOException, InterruptedException {
    return start(Map.of("JAVA_HOME", javaHome.toString()), launcher, arguments);
  }

  private Outcome start(Map<String, String> environment, Path script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out);
  }
}
