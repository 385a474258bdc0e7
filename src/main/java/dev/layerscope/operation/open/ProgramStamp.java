package dev.layerscope.operation.open;

import dev.layerscope.render.kustomize.tool.UsersTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that is another one for every build of the program, and for every other program that has a
 * say in renderings: what one build rendered is not believed by the next.
 */
final class ProgramStamp {
  private ProgramStamp() {}

  static String of(Optional<UsersTool> tool) {
    var stamp = new StringBuilder(System.getProperty("java.version", ""));
    for (String property : new String[] {"java.class.path", "jdk.module.path"}) {
      for (String entry : System.getProperty(property, "").split(File.pathSeparator)) {
        if (!entry.isEmpty()) {
          stamp(Path.of(entry), stamp);
        }
      }
    }
    tool.ifPresent(program -> stamp(program.program().program(), stamp));
    return stamp.toString();
  }

  private static void stamp(Path place, StringBuilder stamp) {
    stamp.append('\n').append(place.getFileName());
    try {
      if (Files.isDirectory(place)) {
        folder(place, stamp);
      } else {
        file(place, stamp);
      }
    } catch (IOException gone) {
      stamp.append(" gone");
    }
  }

  private static void file(Path file, StringBuilder stamp) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    stamp
        .append(' ')
        .append(attributes.size())
        .append(' ')
        .append(attributes.lastModifiedTime().toMillis());
  }

  /** Classes as a build leaves them: how many, how much, and the latest. */
  private static void folder(Path folder, StringBuilder stamp) throws IOException {
    long count = 0;
    long bytes = 0;
    long latest = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
          count++;
          bytes += attributes.size();
          latest = Math.max(latest, attributes.lastModifiedTime().toMillis());
        }
      }
    }
    stamp.append(' ').append(count).append(' ').append(bytes).append(' ').append(latest);
  }
}
