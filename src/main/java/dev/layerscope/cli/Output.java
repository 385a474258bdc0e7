package dev.layerscope.cli;

import dev.layerscope.export.Inert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a result goes: standard output, or a file that is there whole or not at all. */
final class Output {
  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private @Nullable Path file;

  /** Text to be looked at: nothing in it steers a terminal or an editor. */
  void write(String text) throws IOException {
    write(Inert.text(text).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Text for another program, such as manifests or a patch, of which every character counts; on a
   * terminal it is to be looked at like any other.
   */
  void writeExactly(String text) throws IOException {
    if (file == null && Terminal.isThere()) {
      write(text);
    } else {
      write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  void write(byte[] content) throws IOException {
    if (file == null) {
      System.out.write(content);
      System.out.flush();
      return;
    }
    new ResultFile(file).write(content);
  }
}
