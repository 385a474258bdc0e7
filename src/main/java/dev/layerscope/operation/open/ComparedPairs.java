package dev.layerscope.operation.open;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.diff.manifest.CalledAfter;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What was compared while a workspace is open, and is not compared again: a layer that sixty roots
 * share costs once, and so does the second look. Safe for several threads.
 */
public final class ComparedPairs {
  /**
   * Bytes that a changed object takes, roughly: what differs, and now and then its two sides, which
   * as a rule are those that are remembered as rendered.
   */
  private static final long BYTES_PER_OBJECT = 2_048;

  /** What custom resource definitions teach, for each set of them: environments differ little. */
  private static final int MOST_TABLES = 32;

  private static final int MOST_IMAGES = 200_000;

  private final RecentlyUsed<Pair, List<ResourceChange>> changes;
  private final RecentlyUsed<Set<Rendering>, FieldTable> tables =
      new RecentlyUsed<>(MOST_TABLES, unused -> 1);
  private final RecentlyUsed<Rendering, List<String>> images =
      new RecentlyUsed<>(MOST_IMAGES, list -> 1L + list.size());
  private final AtomicInteger compared = new AtomicInteger();

  /** A memory that takes up to an eighth of the heap. */
  ComparedPairs() {
    long mostObjects = Runtime.getRuntime().maxMemory() / 8 / BYTES_PER_OBJECT;
    changes = new RecentlyUsed<>(mostObjects, objects -> 1L + objects.size());
  }

  /** Everything the objects of an Application depend on: equal ones render the same. */
  public record Rendering(
      Settings settings,
      String name,
      String namespace,
      Optional<String> destination,
      String project,
      List<Source> sources,
      List<String> commits) {
    /**
     * @param node an Application of that hierarchy, whose settings it is rendered with
     */
    public static Rendering of(Hierarchy hierarchy, HierarchyNode node) {
      Application application = node.application().orElseThrow();
      return new Rendering(
          hierarchy.controlPlanes().settings(node.id().controlPlane()),
          application.name(),
          node.id().namespace(),
          application.destination().namespace(),
          application.project(),
          application.sources().stream().map(Source::withoutPlace).toList(),
          node.sources().stream()
              .map(source -> source.revision().map(r -> r.commit()).orElse(""))
              .toList());
    }
  }

  /**
   * Two renderings, and what is known of their objects' fields.
   *
   * @param table the very one that {@link #table} gave: it is told by identity
   */
  public record Pair(Rendering from, Rendering to, FieldTable table, CalledAfter sites) {}

  /** The objects that differ, compared where nobody did so lately. */
  public List<ResourceChange> changes(Pair pair, Supplier<List<ResourceChange>> compare) {
    return changes.get(pair, compare);
  }

  /** The images of a rendering, looked for where nobody did so lately. */
  public List<String> images(Rendering rendering, Supplier<List<String>> look) {
    return images.get(rendering, look);
  }

  /** What these renderings' custom resource definitions teach about fields. */
  public FieldTable table(Set<Rendering> teaching, Supplier<FieldTable> learn) {
    return tables.get(teaching, learn);
  }

  /** To be called for each pair that is really compared. */
  public void count() {
    compared.incrementAndGet();
  }

  /** How many pairs were really compared so far. */
  public int compared() {
    return compared.get();
  }
}
