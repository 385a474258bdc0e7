package dev.layerscope.ui.hierarchy;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.export.picture.Estate;
import dev.layerscope.export.picture.Ghosts;
import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.compare.LayOver;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import dev.layerscope.work.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Two environments drawn over each other.
 *
 * @param over the one that is drawn
 * @param base the one it is drawn over
 * @param estate both: what only the base has is there as well
 * @param marks the nodes that differ, in the order of the comparison
 * @param notes what their cards say
 * @param risks what is dangerous about them, where something is
 * @param ghosts where moved ones hung in the base
 * @param whole whether what they render has been compared, too
 */
public record Overlay(
    String over,
    String base,
    Estate estate,
    Map<NodeId, Mark> marks,
    Map<NodeId, String> notes,
    Map<NodeId, String> risks,
    Ghosts ghosts,
    boolean whole) {

  /**
   * What is shown over another environment; long work for a large estate.
   *
   * @param early gets what is known before everything rendered has been compared
   */
  static Overlay of(Shown shown, String base, Consumer<Overlay> early, Progress progress) {
    String over = shown.selection().environmentName().orElse("");
    var drawn = new ArrayList<Overlay>();
    LayOver.Known known =
        LayOver.compare(
            shown.opened(),
            shown.hierarchy(),
            shown.selection(),
            Selection.environment(base),
            declared -> {
              Estate both = Estate.ready(declared.after().over(declared.before()), shown.looks());
              Overlay overlay = of(over, base, declared, both);
              drawn.add(overlay);
              early.accept(overlay);
            },
            progress);
    return of(over, base, known, drawn.getFirst().estate());
  }

  /** The overlay of what is known of two sides, both drawn in one estate. */
  private static Overlay of(String over, String base, LayOver.Known known, Estate both) {
    var marks = new LinkedHashMap<NodeId, Mark>();
    var notes = new LinkedHashMap<NodeId, String>();
    var risks = new LinkedHashMap<NodeId, String>();
    for (ComparedApplication compared : known.applications()) {
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
    return new Overlay(over, base, both, marks, notes, risks, ghosts(known, marks), known.whole());
  }

  private static Ghosts ghosts(LayOver.Known known, Map<NodeId, Mark> marks) {
    List<NodeId> moved = marks.keySet().stream().filter(id -> marks.get(id) == Mark.MOVED).toList();
    return Ghosts.of(known.before(), known.after(), moved);
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
      case CHANGED -> {
        long differing = differing(compared);
        yield differing == 0
            ? Messages.count("count.differences", change.fields().size())
            : Messages.count("overlay.manifests", differing);
      }
    };
  }

  /** Objects that differ in more than what is expected to. */
  private static long differing(ComparedApplication compared) {
    return compared.resources().stream().filter(r -> r.change() != Change.SAME).count();
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

  /** Both environments in one hierarchy. */
  Hierarchy hierarchy() {
    return estate.hierarchy();
  }

  /** How many of some nodes have each mark. */
  Map<Mark, Long> counts(List<NodeId> among) {
    var counts = new EnumMap<Mark, Long>(Mark.class);
    for (NodeId id : among) {
      Mark mark = marks.get(id);
      if (mark != null) {
        counts.merge(mark, 1L, Long::sum);
      }
    }
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
