package dev.layerscope.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Who commits into clones of a journey: a machine whose git knows nobody must not decide it. */
final class Author {
  private Author() {}

  static void of(Path clones) throws IOException {
    try (Stream<Path> files = Files.walk(clones, 2)) {
      for (Path config : files.filter(file -> file.endsWith("config")).toList()) {
        String author = "[user]\n\tname = Robin Example\n\temail = robin@example.com\n";
        Files.writeString(config, author, StandardOpenOption.APPEND);
      }
    }
  }
}
