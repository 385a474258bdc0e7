package dev.layerscope.operation.compare;

import dev.layerscope.diff.manifest.CalledAfter;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.ResourceComparison;
import dev.layerscope.git.Repositories;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One comparison's renderings, the very same two of them compared once: Applications of many
 * clusters are rendered from one folder. Lives as long as the comparison, because it holds what it
 * was asked about. Safe for several threads.
 */
final class OnceCompared {
  private final FieldTable table;
  private final CalledAfter sites;
  private final WrittenOtherwise otherwise;
  private final Map<Two, List<ResourceChange>> known = new ConcurrentHashMap<>();

  OnceCompared(Repositories repositories, FieldTable table, CalledAfter sites) {
    this.table = table;
    this.sites = sites;
    this.otherwise = new WrittenOtherwise(repositories);
  }

  /** Two renderings that are equal to nobody but themselves: looking inside would be the work. */
  private record Two(List<Manifest> from, List<Manifest> to) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Two that && from == that.from && to == that.to;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(from) + System.identityHashCode(to);
    }
  }

  FieldTable table() {
    return table;
  }

  /** What the sites are called that are compared. */
  CalledAfter sites() {
    return sites;
  }

  /**
   * The objects that differ.
   *
   * @param counted told when two renderings are really compared
   */
  List<ResourceChange> compare(List<Manifest> from, List<Manifest> to, Runnable counted) {
    return known.computeIfAbsent(
        new Two(from, to),
        unused -> {
          counted.run();
          var changes = new ArrayList<>(ResourceComparison.compare(from, to, table, sites));
          changes.addAll(otherwise.among(from, to, changes));
          return List.copyOf(changes);
        });
  }
}
