package dev.layerscope.edit;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds a plan against its preview: everything that was to be created hangs in the hierarchy, and
 * nothing else came along. What cannot be seen is said, not believed.
 */
public final class DeliveryCheck {
  private final List<BranchChange> changes;
  private final List<NodeId> creates;
  private final Preview preview;

  private DeliveryCheck(List<BranchChange> changes, Preview preview) {
    this.changes = changes;
    this.creates = changes.stream().flatMap(c -> c.creates().stream()).distinct().toList();
    this.preview = preview;
  }

  /**
   * What came of it.
   *
   * @param refused why the plan does not do what it says; empty when it does
   * @param warnings what could not be seen
   */
  public record Result(Optional<Proposal.Refused> refused, List<String> warnings) {
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  /** Checks the branches of a plan against the preview of their environment. */
  public static Result check(List<BranchChange> changes, Preview preview) {
    var check = new DeliveryCheck(changes, preview);
    return check.creates.isEmpty() ? new Result(Optional.empty(), List.of()) : check.check();
  }

  private Result check() {
    Hierarchy after = preview.after();
    List<NodeId> missing = creates.stream().filter(id -> after.node(id).isEmpty()).toList();
    if (!missing.isEmpty()) {
      return missing(missing);
    }
    Set<NodeId> meant = after.reachedFrom(creates);
    List<NodeId> strangers =
        after.nodes().stream()
            .map(HierarchyNode::id)
            .filter(id -> id.kind() != NodeKind.GROUP)
            .filter(id -> preview.before().node(id).isEmpty() && !meant.contains(id))
            .toList();
    return strangers.isEmpty()
        ? new Result(Optional.empty(), List.of())
        : refused("The change would also bring " + names(strangers) + ".");
  }

  private Result missing(List<NodeId> missing) {
    var warnings = new ArrayList<String>();
    for (HierarchyNode node : preview.after().nodes()) {
      if (node.sources().stream().anyMatch(this::reads)
          && node.certainty().level() == Certainty.Level.OPAQUE) {
        warnings.add(
            node.name()
                + " cannot be looked into ("
                + String.join("; ", node.certainty().why())
                + "), so the preview does not show "
                + names(missing)
                + ".");
      }
    }
    return warnings.isEmpty()
        ? new Result(
            Optional.of(
                new Proposal.Refused(
                    "The new files would not be picked up: "
                        + names(missing)
                        + " does not appear in the hierarchy of "
                        + preview.environment()
                        + "."
                        + includes(),
                    paste())),
            List.of())
        : new Result(Optional.empty(), warnings);
  }

  /** Whether a source holds a file that is new. */
  private boolean reads(ResolvedSource source) {
    Optional<TreePath> folder = source.declared().path().flatMap(TreePath::clean);
    return folder.isPresent()
        && changes.stream()
            .filter(c -> source.repository().equals(c.repository().text()))
            .flatMap(c -> c.files().stream())
            .anyMatch(f -> f.path().isWithin(folder.get()));
  }

  /** What would have been written, for the place that is read. */
  private String paste() {
    return "Paste this yourself where it is read:\n"
        + changes.stream()
            .filter(c -> !c.creates().isEmpty())
            .flatMap(c -> c.files().stream())
            .filter(f -> f.kind() == FileChange.Kind.ADDED)
            .flatMap(f -> f.after().stream())
            .collect(Collectors.joining("---\n"))
            .stripTrailing();
  }

  /** What the readers of the new files are limited to. */
  private String includes() {
    Set<String> patterns =
        preview.after().nodes().stream()
            .flatMap(n -> n.sources().stream())
            .filter(this::reads)
            .flatMap(s -> s.declared().directory().flatMap(d -> d.textAt("include")).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return patterns.isEmpty() ? "" : " Only “" + String.join("”, “", patterns) + "” is read there.";
  }

  private static Result refused(String reason) {
    return new Result(Optional.of(new Proposal.Refused(reason, "")), List.of());
  }

  private static String names(List<NodeId> ids) {
    return ids.stream()
        .map(id -> id.kind().text() + " " + id.name() + " of " + id.controlPlane())
        .collect(Collectors.joining(", "));
  }
}
