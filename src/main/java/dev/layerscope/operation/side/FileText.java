package dev.layerscope.operation.side;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.yaml.TextEncoding;
import java.util.Optional;

/** A file of one side as text, or why there is none. */
public sealed interface FileText {
  /** The file is not there. */
  record Absent() implements FileText {}

  /**
   * It is there, and nothing to read.
   *
   * @param id of its contents, abbreviated: two of equal length are not therefore equal
   */
  record Binary(long bytes, String id) implements FileText {}

  /** Its text. */
  record Lines(String text) implements FileText {}

  /** Reads a file of one side. */
  static FileText of(Optional<Snapshot> side, Optional<TreeEntry> entry) {
    if (side.isEmpty() || entry.isEmpty()) {
      return new Absent();
    }
    byte[] bytes = side.get().read(entry.get());
    return TextEncoding.looksBinary(bytes)
        ? new Binary(bytes.length, entry.get().id().substring(0, 7))
        : new Lines(TextEncoding.decode(bytes));
  }

  /** What can be laid beside another text; a binary file is told in one line. */
  default String shown() {
    return switch (this) {
      case Absent() -> "";
      case Binary(long bytes, String id) -> "(binary, " + bytes + " bytes, " + id + ")\n";
      case Lines(String text) -> text;
    };
  }
}
