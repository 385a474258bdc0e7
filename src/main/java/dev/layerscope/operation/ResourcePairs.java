package dev.layerscope.operation;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The objects of Applications compared in pairs. What was compared once is not compared again: a
 * layer that sixty roots share costs once, and so does the second look. Safe for several threads.
 */
public final class ResourcePairs {
  /**
   * Bytes that a changed object takes, roughly: what differs, and now and then its two sides, which
   * as a rule are those that are remembered as rendered.
   */
  private static final long BYTES_PER_OBJECT = 2_048;

  /** What custom resource definitions teach, for each set of them: environments differ little. */
  private static final int MOST_TABLES = 32;

  private static final int MOST_IMAGES = 200_000;

  private final Lately<Pair, List<ResourceChange>> remembered;
  private final Lately<Set<String>, FieldTable> tables = new Lately<>(MOST_TABLES, unused -> 1);
  private final Lately<Rendering, List<String>> images =
      new Lately<>(MOST_IMAGES, list -> 1L + list.size());
  private final AtomicInteger compared = new AtomicInteger();

  /** A memory that takes up to an eighth of the heap. */
  public ResourcePairs() {
    this(Runtime.getRuntime().maxMemory() / 8 / BYTES_PER_OBJECT);
  }

  /**
   * @param mostObjects changed objects to keep; those not asked for longest go first
   */
  ResourcePairs(long mostObjects) {
    remembered = new Lately<>(mostObjects, changes -> 1L + changes.size());
  }

  /** Everything the objects of an Application depend on. */
  private record Rendering(
      Settings settings,
      String name,
      String namespace,
      Optional<String> destination,
      String project,
      List<Source> sources,
      List<String> commits) {}

  /** A node and the hierarchy whose settings it is rendered with. */
  record Node(Hierarchy hierarchy, HierarchyNode node) {}

  private record Pair(Rendering from, Rendering to, FieldTable table) {}

  /** How many pairs were really compared so far. */
  public int compared() {
    return compared.get();
  }

  /** The objects of two versions of an Application that differ, expected differences included. */
  List<ResourceChange> compare(
      Opened opened, Node from, Node to, OnceCompared once, Progress progress) {
    var pair = new Pair(rendering(from), rendering(to), once.table());
    if (pair.from().equals(pair.to())) {
      return List.of();
    }
    Optional<List<ResourceChange>> known = remembered.get(pair);
    if (known.isPresent()) {
      return known.get();
    }
    List<ResourceChange> changes =
        once.compare(
            manifests(opened, from, progress),
            manifests(opened, to, progress),
            compared::incrementAndGet);
    remembered.put(pair, changes);
    return changes;
  }

  /** The images a node runs, looked for once for each rendering. */
  List<String> images(Node of, Supplier<List<String>> look) {
    if (of.node().application().isEmpty()) {
      return look.get();
    }
    Rendering rendering = rendering(of);
    Optional<List<String>> known = images.get(rendering);
    if (known.isPresent()) {
      return known.get();
    }
    List<String> found = look.get();
    images.put(rendering, found);
    return found;
  }

  private static List<Manifest> manifests(Opened opened, Node node, Progress progress) {
    return Resolve.manifests(opened, node.hierarchy(), node.node(), progress);
  }

  private static Rendering rendering(Node of) {
    HierarchyNode node = of.node();
    Application application = node.application().orElseThrow();
    return new Rendering(
        of.hierarchy().controlPlanes().settings(node.id().controlPlane()),
        application.name(),
        node.id().namespace(),
        application.destination().namespace(),
        application.project(),
        application.sources().stream().map(Source::withoutPlace).toList(),
        node.sources().stream()
            .map(source -> source.revision().map(r -> r.commit()).orElse(""))
            .toList());
  }

  /** What is known of fields, with the custom resource definitions both sides render. */
  FieldTable table(Opened opened, Hierarchy before, Hierarchy after, Progress progress) {
    Set<String> places = new LinkedHashSet<>();
    var teaching = new ArrayList<Node>();
    for (Hierarchy side : List.of(before, after)) {
      for (HierarchyNode node : side.nodes()) {
        if (node.application().isPresent()
            && node.objects().stream().anyMatch(o -> Scopes.isDefinition(o.gvk()))
            && places.add(rendering(new Node(side, node)).toString())) {
          teaching.add(new Node(side, node));
        }
      }
    }
    return places.isEmpty()
        ? FieldTable.BUILT_IN
        : tables.get(places).orElseGet(() -> taught(opened, places, teaching, progress));
  }

  /** Equal for as long as it is remembered, so that pairs are found by it. */
  private FieldTable taught(
      Opened opened, Set<String> places, List<Node> teaching, Progress progress) {
    var definitions = new ArrayList<Manifest>();
    teaching.forEach(node -> definitions.addAll(manifests(opened, node, progress)));
    FieldTable table = FieldTable.BUILT_IN.with(definitions);
    tables.put(places, table);
    return table;
  }
}
