package dev.layerscope.diff.hierarchy;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened to one node between two sides.
 *
 * @param id on the second side, or on the first when it is gone
 * @param roots the logical roots that reach it on either side
 * @param fields of its own manifest that differ; for a moved one also {@code parent}
 * @param hidden fields that differ and are expected to
 * @param risks what is dangerous about it
 * @param reason for an unknown one, why nobody knows
 */
public record ApplicationChange(
    NodeId id,
    List<String> roots,
    Change change,
    List<FieldChange> fields,
    List<ExpectedChange> hidden,
    List<Risk> risks,
    Optional<HierarchyNode> from,
    Optional<HierarchyNode> to,
    Optional<String> reason) {
  public ApplicationChange {
    roots = List.copyOf(roots);
    fields = List.copyOf(fields);
    hidden = List.copyOf(hidden);
    risks = List.copyOf(risks);
  }

  /** The node on the second side, or on the first when it is gone. */
  public HierarchyNode node() {
    return to.or(() -> from).orElseThrow();
  }

  /** What it was called on the first side, when that is another name. */
  public Optional<NodeId> renamedFrom() {
    return from.filter(ignored -> change == Change.MOVED)
        .filter(before -> to.filter(after -> renamed(before, after)).isPresent())
        .map(HierarchyNode::id);
  }

  private static boolean renamed(HierarchyNode before, HierarchyNode after) {
    return !before.name().equals(after.name())
        || !before.id().namespace().equals(after.id().namespace());
  }

  /** Whether it follows another revision, apart from what is expected. */
  public boolean retargeted() {
    return fields.stream().anyMatch(field -> field.path().endsWith(".targetRevision"));
  }

  /** The same with some fields taken out as expected. */
  public ApplicationChange expecting(List<FieldChange> shown, List<ExpectedChange> expected) {
    Change left = change == Change.CHANGED && shown.isEmpty() ? Change.SAME : change;
    return new ApplicationChange(
        id, roots, left, shown, expected, ApplicationRisks.of(this, left, shown), from, to, reason);
  }

  /** The same with one more danger. */
  public ApplicationChange also(Risk risk) {
    List<Risk> all = Stream.concat(risks.stream(), Stream.of(risk)).toList();
    return new ApplicationChange(id, roots, change, fields, hidden, all, from, to, reason);
  }

  /** The same for more roots. */
  public ApplicationChange reaching(List<String> all) {
    return new ApplicationChange(id, all, change, fields, hidden, risks, from, to, reason);
  }
}
