package dev.layerscope.ui.hierarchy;

import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Comparison;
import dev.layerscope.operation.Comparison.ComparedApplication;
import dev.layerscope.ui.common.Messages;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two environments drawn over each other.
 *
 * @param over the one that is drawn
 * @param base the one it is drawn over
 * @param hierarchy both: what only the base has is there as well
 * @param marks the nodes that differ, in the order of the comparison
 * @param notes what their cards say
 * @param risks what is dangerous about them, where something is
 */
public record Overlay(
    String over,
    String base,
    Hierarchy hierarchy,
    Map<NodeId, Mark> marks,
    Map<NodeId, String> notes,
    Map<NodeId, String> risks) {

  /** The overlay of a comparison's second side over its first. */
  public static Overlay of(String over, String base, Comparison comparison) {
    var marks = new LinkedHashMap<NodeId, Mark>();
    var notes = new LinkedHashMap<NodeId, String>();
    var risks = new LinkedHashMap<NodeId, String>();
    for (ComparedApplication compared : comparison.applications()) {
      mark(compared)
          .ifPresent(mark -> {
            String note = note(compared, mark, over, base);
            String danger =
                compared.risks().stream().map(Risk::words).collect(Collectors.joining("; "));
            for (NodeId id : compared.ids()) {
              marks.put(id, mark);
              notes.put(id, note);
              if (!danger.isEmpty()) {
                risks.put(id, danger);
              }
            }
          });
    }
    return new Overlay(
        over, base, comparison.after().over(comparison.before()), marks, notes, risks);
  }

  private static Optional<Mark> mark(ComparedApplication compared) {
    ApplicationChange change = compared.change();
    if (!compared.differs()) {
      return Optional.empty();
    }
    return switch (compared.effective()) {
      case ADDED -> Optional.of(Mark.ADDED);
      case REMOVED -> Optional.of(Mark.REMOVED);
      case MOVED -> Optional.of(Mark.MOVED);
      case UNKNOWN -> Optional.of(Mark.UNKNOWN);
      case CHANGED -> Optional.of(change.retargeted() ? Mark.RETARGETED : Mark.CHANGED);
      case SAME -> Optional.empty();
    };
  }

  private static String note(ComparedApplication compared, Mark mark, String over, String base) {
    ApplicationChange change = compared.change();
    return switch (mark) {
      case ADDED -> Messages.text("overlay.only", over);
      case REMOVED -> Messages.text("overlay.only", base);
      case RETARGETED -> retargeted(change);
      case MOVED -> Messages.text("overlay.was", field(change, "parent"));
      case UNKNOWN -> Messages.text("overlay.unknown");
      case CHANGED ->
          compared.resources().isEmpty()
              ? Messages.count("count.differences", change.fields().size())
              : Messages.count("overlay.manifests", compared.resources().size());
    };
  }

  private static String retargeted(ApplicationChange change) {
    return change.fields().stream()
        .filter(field -> field.path().endsWith(".targetRevision"))
        .findFirst()
        .map(f -> f.from().orElse("HEAD") + " → " + f.to().orElse("HEAD"))
        .orElse("");
  }

  private static String field(ApplicationChange change, String path) {
    return change.fields().stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .flatMap(FieldChange::from)
        .map(parents -> parents.replaceAll("[\\[\\]]", ""))
        .orElse("?");
  }

  /** How many nodes of a root have each mark. */
  Map<Mark, Long> counts(java.util.function.Predicate<NodeId> counted) {
    var counts = new EnumMap<Mark, Long>(Mark.class);
    marks.forEach((id, mark) -> {
      if (counted.test(id)) {
        counts.merge(mark, 1L, Long::sum);
      }
    });
    return counts;
  }

  /** The marked nodes among some, in that order. */
  List<NodeId> differing(List<HierarchyNode> nodes) {
    return nodes.stream().map(HierarchyNode::id).filter(marks::containsKey).toList();
  }

  /** Whether the two are the same as far as anybody knows. */
  boolean isEmpty() {
    return marks.isEmpty();
  }
}
