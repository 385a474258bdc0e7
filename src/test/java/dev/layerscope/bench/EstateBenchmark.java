package dev.layerscope.bench;

import dev.layerscope.bench.estate.EstateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures synthetic estates, each in a program of its own with two processors and 1 GB of heap:
 * {@code EstateBenchmark [S M L]}. Prints the table of {@code docs/performance.md}; the estates
 * stay in {@code target/estates} for the next time.
 */
public final class EstateBenchmark {
  private EstateBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> sizes = arguments.length == 0 ? List.of("S", "M", "L") : List.of(arguments);
    Path home = Path.of("target", "estates").toAbsolutePath();
    System.out.println(
        "| estate | nodes | open, cold | open, warm | second environment | refresh after a commit"
            + " | heap |\n|---|---|---|---|---|---|---|");
    for (String size : sizes) {
      Path estate = home.resolve(size);
      Path clones = home.resolve(size + "-clones");
      if (!Files.exists(estate.resolve("workspace.yaml"))) {
        EstateCommand.main(new String[] {size, estate.toString()});
      }
      run(estate, clones, "clone");
      System.out.print("| " + size + " ");
      System.out.flush();
      run(estate, clones);
    }
  }

  private static void run(Path... arguments) throws IOException, InterruptedException {
    run(List.of(arguments));
  }

  private static void run(Path estate, Path clones, String only)
      throws IOException, InterruptedException {
    run(List.of(estate, clones, Path.of(only)));
  }

  private static void run(List<Path> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:ActiveProcessorCount=2"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(EstateRun.class.getName());
    arguments.forEach(argument -> command.add(argument.toString()));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("a run over an estate failed");
    }
  }
}
