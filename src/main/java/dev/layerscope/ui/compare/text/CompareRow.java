package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.compare.Comparison.ComparedRepository;
import java.util.Optional;

/** A row of the tree of differences. */
public sealed interface CompareRow {
  /** A layer, or the heading over the files; {@code layer} says which. */
  record Group(String title, boolean layer, Tally tally) implements CompareRow {}

  /** The repository Applications are declared for. */
  record Source(String name, Tally tally) implements CompareRow {}

  /** A node that differs. */
  record OfApplication(ComparedApplication application, Tally tally) implements CompareRow {}

  /** An object an Application renders. */
  record OfResource(ComparedApplication application, ResourceChange resource)
      implements CompareRow {}

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

  /** A repository with commits that only one side has. */
  record OfHistory(ComparedRepository repository) implements CompareRow {}

  /** Commits of one side that the other has as the same patch: nothing is left to bring. */
  record OfSamePatches(ComparedRepository repository, int count, boolean incoming)
      implements CompareRow {}

  /**
   * A commit that only one side has.
   *
   * @param incoming whether it is the incoming side that has it
   */
  record OfCommit(ComparedRepository repository, CommitsApart.Told told, boolean incoming)
      implements CompareRow {}

  /** Whether there is something to look at behind it. */
  default boolean looksAtSomething() {
    return switch (this) {
      case Group ignored -> false;
      case Source ignored -> false;
      case OfRepository ignored -> false;
      case OfHistory ignored -> false;
      case OfSamePatches ignored -> false;
      case OfCommit ignored -> true;
      case OfApplication ignored -> true;
      case OfResource ignored -> true;
      case OfFile ignored -> true;
    };
  }

  /** The node of the hierarchy it is about. */
  default Optional<NodeId> node() {
    return switch (this) {
      case Group ignored -> Optional.empty();
      case Source ignored -> Optional.empty();
      case OfRepository ignored -> Optional.empty();
      case OfHistory ignored -> Optional.empty();
      case OfSamePatches ignored -> Optional.empty();
      case OfCommit ignored -> Optional.empty();
      case OfFile ignored -> Optional.empty();
      case OfApplication row -> Optional.of(row.application().change().id());
      case OfResource row -> Optional.of(row.application().change().id());
    };
  }

  /** Whether it is one of the differences that are counted as viewed. */
  default boolean isDifference() {
    return looksAtSomething() && !(this instanceof OfCommit);
  }

  /** What tells it apart from every other row of a comparison. */
  default String key() {
    return switch (this) {
      case Group group -> "group " + group.title();
      case Source source -> "source " + source.name();
      case OfApplication row -> "node " + row.application().change().id().text();
      case OfResource row ->
          "object " + row.application().change().id().text() + " " + row.resource().key().text();
      case OfRepository row -> "repository " + row.repository().url().text();
      case OfHistory row -> "history " + row.repository().url().text();
      case OfSamePatches row ->
          "same " + row.repository().url().text() + (row.incoming() ? " to" : " from");
      case OfCommit row ->
          "commit " + row.repository().url().text() + " " + row.told().commit().id();
      case OfFile row -> "file " + row.repository().url().text() + " " + row.file().path().value();
    };
  }
}
