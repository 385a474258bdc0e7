package dev.layerscope.operation;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.yaml.TextEncoding;
import java.util.Optional;

/** A file of one side as text, or why there is none. */
public sealed interface FileText {
  /** The file is not there. */
  record Absent() implements FileText {}

  /** It is there, and nothing to read. */
  record Binary(long bytes) implements FileText {}

  /** Its text. */
  record Lines(String text) implements FileText {}

  /** Reads a file of one side. */
  static FileText of(Optional<Snapshot> side, Optional<TreeEntry> entry) {
    if (side.isEmpty() || entry.isEmpty()) {
      return new Absent();
    }
    byte[] bytes = side.get().read(entry.get());
    return TextEncoding.looksBinary(bytes)
        ? new Binary(bytes.length)
        : new Lines(TextEncoding.decode(bytes));
  }

  /** What can be laid beside another text; a binary file is told in one line. */
  default String shown() {
    return switch (this) {
      case Absent() -> "";
      case Binary(long bytes) -> "(binary, " + bytes + " bytes)\n";
      case Lines(String text) -> text;
    };
  }
}
