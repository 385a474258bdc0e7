package dev.layerscope.diff.hierarchy;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.CalledAfter;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two hierarchies node by node. What is missing below something that could not be looked
 * into is unknown, never removed: "no difference" must not mean "could not look".
 */
public final class HierarchyComparison {
  private final Side from;
  private final Side to;
  private final FieldTable table;
  private final Map<LogicalId, LogicalId> renamed;

  /** What one site calls otherwise than the other, which makes it no other thing. */
  private final Map<LogicalId, LogicalId> calledAfter;

  private HierarchyComparison(Side from, Side to, FieldTable table, CalledAfter sites) {
    this.from = from;
    this.to = to;
    this.table = table;
    this.calledAfter = Counterparts.of(from, to, sites);
    this.renamed = new LinkedHashMap<>(Counterparts.of(from, to));
    renamed.keySet().removeAll(calledAfter.keySet());
    renamed.values().removeAll(calledAfter.values());
    renamed.putAll(calledAfter);
  }

  /** Every node of either side, in the order of the first, then those only the second has. */
  public static List<ApplicationChange> compare(Side from, Side to) {
    return compare(from, to, FieldTable.BUILT_IN);
  }

  /** The same, with what custom resource definitions taught. */
  public static List<ApplicationChange> compare(Side from, Side to, FieldTable table) {
    return compare(from, to, table, CalledAfter.NOBODY);
  }

  /** The same of two sites, each of which calls its own after itself. */
  public static List<ApplicationChange> compare(
      Side from, Side to, FieldTable table, CalledAfter sites) {
    return new HierarchyComparison(from, to, table, sites).changes();
  }

  private List<ApplicationChange> changes() {
    Set<LogicalId> ids = new LinkedHashSet<>(from.ids());
    Set<LogicalId> newNames = Set.copyOf(renamed.values());
    to.ids().stream().filter(id -> !newNames.contains(id)).forEach(ids::add);
    return List.copyOf(ids).parallelStream().map(this::change).toList();
  }

  private ApplicationChange change(LogicalId id) {
    LogicalId now = renamed.getOrDefault(id, id);
    Optional<HierarchyNode> before = from.node(id);
    Optional<HierarchyNode> after = to.node(now);
    if (before.isPresent() && after.isPresent()) {
      return both(id, now, before.get(), after.get());
    }
    return before.isPresent()
        ? oneSided(id, before.get(), Change.REMOVED)
        : oneSided(id, after.orElseThrow(), Change.ADDED);
  }

  private ApplicationChange both(
      LogicalId id, LogicalId now, HierarchyNode before, HierarchyNode after) {
    Mapping old = before.manifest().root();
    Mapping fresh = after.manifest().root();
    var fields =
        new ArrayList<>(
            old.equals(fresh) ? List.of() : ManifestComparison.compare(old, fresh, table));
    if (id.equals(now) && !before.name().equals(after.name())) {
      // Two roots beside each other: what is called after each is the same thing of both.
      fields.removeIf(field -> field.path().equals("metadata.name"));
    }
    Optional<FieldChange> parent = movedTo(id, now);
    parent.ifPresent(fields::addFirst);
    boolean same = id.equals(now) || now.equals(calledAfter.get(id));
    boolean moved = parent.isPresent() || !same;
    Change change = moved ? Change.MOVED : fields.isEmpty() ? Change.SAME : Change.CHANGED;
    return of(
        after,
        roots(id, now),
        change,
        fields,
        Optional.of(before),
        Optional.of(after),
        Optional.empty());
  }

  /** Another parent, unless one of the old parents declares it still. */
  private Optional<FieldChange> movedTo(LogicalId id, LogicalId now) {
    Set<LogicalId> before = new LinkedHashSet<>();
    from.parents(id).forEach(parent -> before.add(renamed.getOrDefault(parent, parent)));
    Set<LogicalId> after = new LinkedHashSet<>(to.parents(now));
    if (before.equals(after) || before.stream().anyMatch(after::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        new FieldChange("parent", Optional.of(names(before)), Optional.of(names(after))));
  }

  private static String names(Set<LogicalId> parents) {
    return parents.isEmpty()
        ? "the root's own manifest"
        : String.join(", ", new TreeSet<>(parents.stream().map(LogicalId::name).toList()));
  }

  private ApplicationChange oneSided(LogicalId id, HierarchyNode node, Change change) {
    boolean gone = change == Change.REMOVED;
    Optional<String> blind = Blindness.of(id, gone ? from : to, gone ? to : from);
    return of(
        node,
        roots(id, id),
        blind.isPresent() ? Change.UNKNOWN : change,
        List.of(),
        gone ? Optional.of(node) : Optional.empty(),
        gone ? Optional.empty() : Optional.of(node),
        blind);
  }

  private static ApplicationChange of(
      HierarchyNode node,
      List<String> roots,
      Change change,
      List<FieldChange> fields,
      Optional<HierarchyNode> from,
      Optional<HierarchyNode> to,
      Optional<String> reason) {
    var bare =
        new ApplicationChange(
            node.id(), roots, change, fields, List.of(), List.of(), from, to, reason);
    return bare.expecting(fields, List.of());
  }

  private List<String> roots(LogicalId before, LogicalId after) {
    var roots = new TreeSet<>(from.roots(before));
    roots.addAll(to.roots(after));
    return List.copyOf(roots);
  }
}
