package dev.layerscope.diff.hierarchy;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.finding.Certainty;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

  private HierarchyComparison(Side from, Side to) {
    this.from = from;
    this.to = to;
  }

  /** Every node of either side, in the order of the first, then those only the second has. */
  public static List<ApplicationChange> compare(Side from, Side to) {
    return new HierarchyComparison(from, to).changes();
  }

  private List<ApplicationChange> changes() {
    Set<LogicalId> ids = new LinkedHashSet<>(from.ids());
    ids.addAll(to.ids());
    var changes = new ArrayList<ApplicationChange>();
    for (LogicalId id : ids) {
      Optional<HierarchyNode> before = from.node(id);
      Optional<HierarchyNode> after = to.node(id);
      if (before.isPresent() && after.isPresent()) {
        changes.add(both(id, before.get(), after.get()));
      } else if (before.isPresent()) {
        changes.add(oneSided(id, before.get(), Change.REMOVED));
      } else {
        changes.add(oneSided(id, after.orElseThrow(), Change.ADDED));
      }
    }
    return changes;
  }

  private ApplicationChange both(LogicalId id, HierarchyNode before, HierarchyNode after) {
    var fields =
        new ArrayList<>(
            ManifestComparison.compare(before.manifest().root(), after.manifest().root()));
    Set<String> parentsBefore =
        new TreeSet<>(from.parents(id).stream().map(LogicalId::name).toList());
    Set<String> parentsAfter = new TreeSet<>(to.parents(id).stream().map(LogicalId::name).toList());
    boolean moved = !parentsBefore.equals(parentsAfter);
    if (moved) {
      fields.addFirst(
          new FieldChange(
              "parent",
              Optional.of(parentsBefore.toString()),
              Optional.of(parentsAfter.toString())));
    }
    Change change = moved ? Change.MOVED : fields.isEmpty() ? Change.SAME : Change.CHANGED;
    return new ApplicationChange(
        after.id(),
        roots(id),
        change,
        fields,
        Optional.of(before),
        Optional.of(after),
        Optional.empty());
  }

  private ApplicationChange oneSided(LogicalId id, HierarchyNode node, Change change) {
    boolean gone = change == Change.REMOVED;
    Optional<String> blind =
        blindness(id, gone ? from : to, gone ? to : from, new LinkedHashSet<>());
    return new ApplicationChange(
        node.id(),
        roots(id),
        blind.isPresent() ? Change.UNKNOWN : change,
        List.of(),
        gone ? Optional.of(node) : Optional.empty(),
        gone ? Optional.empty() : Optional.of(node),
        blind);
  }

  /** Why a node that is missing on one side may be there after all. */
  private static Optional<String> blindness(
      LogicalId id, Side present, Side missing, Set<LogicalId> seen) {
    if (!seen.add(id)) {
      return Optional.empty();
    }
    for (String root : present.rootsDeclaring(id)) {
      Optional<String> unknown = missing.unknownRoot(root);
      if (unknown.isPresent()) {
        return unknown;
      }
    }
    for (LogicalId parent : present.parents(id)) {
      Optional<HierarchyNode> there = missing.node(parent);
      if (there.isPresent() && there.get().certainty().level() == Certainty.Level.OPAQUE) {
        return Optional.of(parent.name() + ": " + String.join("; ", there.get().certainty().why()));
      }
      if (there.isEmpty()) {
        Optional<String> above = blindness(parent, present, missing, seen);
        if (above.isPresent()) {
          return above;
        }
      }
    }
    return Optional.empty();
  }

  private List<String> roots(LogicalId id) {
    var roots = new TreeSet<>(from.roots(id));
    roots.addAll(to.roots(id));
    return List.copyOf(roots);
  }
}
