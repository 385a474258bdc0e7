package dev.layerscope.diff.hierarchy;

import dev.layerscope.finding.Certainty;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Why a node that one side has and another has not may be there after all. */
public final class Blindness {
  private final Side present;
  private final Side missing;
  private final Set<LogicalId> seen = new HashSet<>();

  private Blindness(Side present, Side missing) {
    this.present = present;
    this.missing = missing;
  }

  /**
   * What could not be looked into above it; empty when everything could, and it is not there.
   *
   * @param node of the side that has it
   */
  public static Optional<String> of(NodeId node, Side present, Side missing) {
    return of(present.logicalId(node), present, missing);
  }

  static Optional<String> of(LogicalId id, Side present, Side missing) {
    return new Blindness(present, missing).above(id);
  }

  private Optional<String> above(LogicalId id) {
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
      Optional<String> why = there.isPresent() ? closed(parent, there.get()) : above(parent);
      if (why.isPresent()) {
        return why;
      }
    }
    return Optional.empty();
  }

  /** Why a parent that is there does not show its children. */
  private static Optional<String> closed(LogicalId parent, HierarchyNode there) {
    return there.certainty().level() == Certainty.Level.OPAQUE
        ? Optional.of(parent.name() + ": " + String.join("; ", there.certainty().why()))
        : there.unresolved().map(why -> parent.name() + ": " + why);
  }
}
