package dev.layerscope.edit.promotion;

import dev.layerscope.edit.intention.Tick;
import dev.layerscope.manifest.ResourceKey;
import java.util.List;

/** A part of a file that becomes what another environment has there. */
sealed interface FilePart {
  /** Hunks of the difference, by the lines of the target's text. */
  record Lines(List<Tick.LineRange> hunks) implements FilePart {
    public Lines {
      hunks = List.copyOf(hunks);
    }
  }

  /** A whole document. */
  record Whole(ResourceKey key) implements FilePart {}

  /** A value of a document. */
  record Value(ResourceKey key, String path) implements FilePart {}

  /** Entries of a kustomization's resources. */
  record Listed(List<String> entries) implements FilePart {
    public Listed {
      entries = List.copyOf(entries);
    }
  }
}
