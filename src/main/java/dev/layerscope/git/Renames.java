package dev.layerscope.git;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;

/**
 * Finds among removed and added files those that were only renamed, as git does: first the equal
 * ones, then the most similar, from half of the content on.
 */
final class Renames {
  private static final int LEAST_PERCENT = 50;

  /**
   * Comparing each with each beyond this many costs more than the answer is worth; git has the same
   * limit.
   */
  private static final int MOST_FILES = 400;

  private final Snapshot before;
  private final Snapshot after;
  private final Map<String, Optional<SimilarityIndex>> indexes = new HashMap<>();

  private Renames(Snapshot before, Snapshot after) {
    this.before = before;
    this.after = after;
  }

  private record Pair(ChangedFile.Removed removed, ChangedFile.Added added, int similarity) {}

  static List<ChangedFile> among(List<ChangedFile> changes, Snapshot before, Snapshot after) {
    var removed = new ArrayList<ChangedFile.Removed>();
    var added = new ArrayList<ChangedFile.Added>();
    for (ChangedFile change : changes) {
      switch (change) {
        case ChangedFile.Removed r when r.before().isFile() -> removed.add(r);
        case ChangedFile.Added a when a.after().isFile() -> added.add(a);
        default -> {}
      }
    }
    List<Pair> pairs = new Renames(before, after).pairs(removed, added);
    var renamed = new HashSet<ChangedFile>();
    var result = new ArrayList<ChangedFile>();
    for (Pair pair : pairs) {
      if (!renamed.contains(pair.removed()) && !renamed.contains(pair.added())) {
        renamed.add(pair.removed());
        renamed.add(pair.added());
        result.add(
            new ChangedFile.Renamed(
                pair.removed().before(), pair.added().after(), pair.similarity()));
      }
    }
    changes.stream().filter(change -> !renamed.contains(change)).forEach(result::add);
    return result;
  }

  /**
   * Every pair that is alike enough, the best first; among equals one that kept its name, then by
   * path.
   */
  private List<Pair> pairs(List<ChangedFile.Removed> removed, List<ChangedFile.Added> added) {
    boolean onlyEqual = removed.size() > MOST_FILES || added.size() > MOST_FILES;
    Set<String> taken = new HashSet<>();
    var pairs = new ArrayList<Pair>();
    for (ChangedFile.Removed r : removed) {
      for (ChangedFile.Added a : added) {
        if (r.before().id().equals(a.after().id()) && before.size(r.before()) > 0) {
          pairs.add(new Pair(r, a, 100));
          taken.add(r.before().path().value());
        }
      }
    }
    for (ChangedFile.Removed r : onlyEqual ? List.<ChangedFile.Removed>of() : removed) {
      for (ChangedFile.Added a : added) {
        int similarity =
            taken.contains(r.before().path().value()) ? 0 : similarity(r.before(), a.after());
        if (similarity >= LEAST_PERCENT) {
          pairs.add(new Pair(r, a, similarity));
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::similarity)
            .reversed()
            .thenComparing(
                pair -> !pair.removed().before().name().equals(pair.added().after().name()))
            .thenComparing(pair -> pair.removed().path())
            .thenComparing(pair -> pair.added().path()));
    return pairs;
  }

  private int similarity(TreeEntry old, TreeEntry now) {
    long small = Math.min(before.size(old), after.size(now));
    long large = Math.max(before.size(old), after.size(now));
    if (small * 100 < large * LEAST_PERCENT || small == 0) {
      return 0;
    }
    Optional<SimilarityIndex> a = index(before, old);
    Optional<SimilarityIndex> b = index(after, now);
    return a.isPresent() && b.isPresent() ? a.get().score(b.get(), 100) : 0;
  }

  private Optional<SimilarityIndex> index(Snapshot snapshot, TreeEntry entry) {
    return indexes.computeIfAbsent(
        entry.id(),
        id -> {
          try {
            return Optional.of(
                SimilarityIndex.create(
                    new ObjectLoader.SmallObject(Constants.OBJ_BLOB, snapshot.read(entry))));
          } catch (SimilarityIndex.TableFullException tooLarge) {
            return Optional.empty();
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("reading from memory", e);
          }
        });
  }
}
