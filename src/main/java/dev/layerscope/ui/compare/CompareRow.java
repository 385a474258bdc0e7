package dev.layerscope.ui.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.operation.Comparison.ComparedRepository;

/** A row of the tree of differences. */
public sealed interface CompareRow {
  /** A heading: Applications, files, a layer. */
  record Group(String title, int count) implements CompareRow {}

  /** A node that differs. */
  record OfApplication(ComparedApplication application) implements CompareRow {}

  /** An object an Application renders. */
  record OfResource(ResourceChange resource) implements CompareRow {}

  /** A repository with files that differ. */
  record OfRepository(ComparedRepository repository) implements CompareRow {}

  /** A file that differs. */
  record OfFile(ComparedRepository repository, ChangedFile file) implements CompareRow {
    /** What happened to it. */
    public Change change() {
      return switch (file) {
        case ChangedFile.Added ignored -> Change.ADDED;
        case ChangedFile.Removed ignored -> Change.REMOVED;
        case ChangedFile.Modified ignored -> Change.CHANGED;
        case ChangedFile.Renamed ignored -> Change.MOVED;
      };
    }
  }
}
