package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Tells whoever started the window how far it is, in a file named from outside: a line with the
 * first frame, and one when it shows the hierarchy.
 */
final class ReadyFile {
  private final Optional<Path> file =
      Optional.ofNullable(System.getProperty("layerscope.ready.file"))
          .or(() -> Optional.ofNullable(System.getenv("LAYERSCOPE_READY_FILE")))
          .filter(name -> !name.isBlank())
          .map(Path::of);
  private boolean told;

  /** Called once, when the window has been put together. */
  void opening() {
    file.ifPresent(to -> Background.afterFrames(1, () -> write(to, "first frame%n".formatted())));
  }

  /** Called after every picture; the first with cards counts. */
  void shown(int roots, int nodes, int drawn) {
    if (told || drawn == 0 || file.isEmpty()) {
      return;
    }
    told = true;
    String line = "hierarchy shown: roots=%d nodes=%d drawn=%d%n".formatted(roots, nodes, drawn);
    // The picture is painted now and shown with one of the next frames.
    Background.afterFrames(3, () -> write(file.get(), line));
  }

  private static void write(Path to, String line) {
    try {
      Files.writeString(to, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      System.err.println("layerscope: cannot write " + to + ": " + e.getMessage());
    }
  }
}
