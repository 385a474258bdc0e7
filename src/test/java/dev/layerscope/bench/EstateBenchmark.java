package dev.layerscope.bench;

import dev.layerscope.bench.estate.EstateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures synthetic estates, each in programs of its own with two processors and 1 GB of heap:
 * {@code EstateBenchmark [S M L]}. One program is started as the commands are, one as the window
 * is. Prints the table of {@code docs/performance.md}; the estates stay in {@code target/estates}
 * for the next time.
 */
public final class EstateBenchmark {
  /** As {@code bin/layerscope} has them for a command. */
  private static final List<String> QUICK =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private EstateBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> sizes = arguments.length == 0 ? List.of("S", "M", "L") : List.of(arguments);
    Path home = Path.of("target", "estates").toAbsolutePath();
    System.out.println(
        "| estate | nodes | command, cold | heap | window, cold | opened again | second environment"
            + " | refresh after a commit | heap |\n|---|---|---|---|---|---|---|---|---|");
    for (String size : sizes) {
      Path estate = home.resolve(size);
      Path clones = home.resolve(size + "-clones");
      if (!Files.exists(estate.resolve("workspace.yaml"))) {
        EstateCommand.main(new String[] {size, estate.toString()});
      }
      run(QUICK, estate, clones, "clone");
      System.out.print("| " + size + " ");
      System.out.flush();
      run(QUICK, estate, clones, "command");
      run(List.of(), estate, clones, "window");
    }
  }

  private static void run(List<String> options, Path estate, Path clones, String life)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:ActiveProcessorCount=2"));
    command.addAll(options);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(EstateRun.class.getName());
    command.addAll(List.of(estate.toString(), clones.toString(), life));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("a run over an estate failed");
    }
  }
}
