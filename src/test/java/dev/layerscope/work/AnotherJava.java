package dev.layerscope.work;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program on this Java and class path in a process of its own, which may be killed. */
public final class AnotherJava {
  private AnotherJava() {}

  /**
   * How it ended.
   *
   * @param said on both of its streams
   */
  public record Ended(int status, String said) {}

  /**
   * Runs it to its end.
   *
   * @param options of the Java, beside those that let it start quickly
   */
  public static Ended run(Class<?> program, List<String> options, List<String> arguments)
      throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
