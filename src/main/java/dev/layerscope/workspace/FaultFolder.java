package dev.layerscope.workspace;

import dev.layerscope.work.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where faults of ours are written down, one file each; only the newest are kept. Nothing of it
 * leaves the machine by itself.
 */
public final class FaultFolder {
  private static final int KEPT = 20;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;

  public FaultFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of this user. */
  public static FaultFolder ofUser() {
    return new FaultFolder(UserFolders.dataFolder().resolve("faults"));
  }

  public Path folder() {
    return folder;
  }

  /**
   * Writes a fault down.
   *
   * @return the file; empty when the disk does not take it
   */
  public Optional<Path> write(Fault fault, Instant when) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(NAME.format(when) + "-" + fault.code() + ".txt");
      Files.writeString(file, when + "\n" + fault.details());
      forgetOldest();
      return Optional.of(file);
    } catch (IOException noPlace) {
      return Optional.empty();
    }
  }

  private void forgetOldest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> newestFirst = files.sorted(java.util.Comparator.reverseOrder()).toList();
      for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(old);
      }
    }
  }
}
