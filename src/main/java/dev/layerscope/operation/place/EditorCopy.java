package dev.layerscope.operation.place;

import dev.layerscope.finding.Location;
import dev.layerscope.operation.finding.ReadPlace;
import dev.layerscope.operation.open.Opened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A text of a repository as a file of its own, to be opened by whatever opens texts. Nothing is
 * checked out, so there is no other file; it can only be read, and goes when the program ends.
 */
public final class EditorCopy {
  private static final Set<String> TEXTS = Set.of("yaml", "yml", "json", "md", "txt");

  private EditorCopy() {}

  /**
   * Writes the copy. What does not end as a text does gets such an end: a repository must not say
   * which program is started.
   *
   * @return empty when there is no text at the place
   * @throws IOException when it cannot be written
   */
  public static Optional<Path> write(Opened opened, Location place) throws IOException {
    Optional<String> text = ReadPlace.text(opened, place);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("layerscope-read-");
    Path file = folder.resolve(name(place));
    Files.write(file, text.get().getBytes(StandardCharsets.UTF_8));
    file.toFile().deleteOnExit();
    folder.toFile().deleteOnExit();
    // Where a file system knows no such flag, the copy can be changed, which changes nothing else.
    boolean readOnly = file.toFile().setReadOnly();
    assert readOnly || Files.exists(file);
    return Optional.of(file);
  }

  /** {@code x-1a2b3c4.yaml}. */
  private static String name(Location place) {
    String last = place.path().substring(place.path().lastIndexOf('/') + 1);
    String plain = last.replaceAll("[^A-Za-z0-9._-]", "_");
    int dot = plain.lastIndexOf('.');
    String end = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean text = TEXTS.contains(end);
    String stem = text ? plain.substring(0, dot) : plain;
    String at = place.revision().length() < 7 ? "" : "-" + place.revision().substring(0, 7);
    return (stem.isEmpty() ? "file" : stem) + at + "." + (text ? end : "txt");
  }
}
