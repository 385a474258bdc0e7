package dev.layerscope.edit;

import dev.layerscope.argocd.Application;
import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.hierarchy.HierarchyComparison;
import dev.layerscope.diff.hierarchy.Side;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * What an edit does to the picture in one environment: resolved twice by the same pipeline, as it
 * is and as it will be.
 *
 * @param changes the nodes that differ
 * @param newFindings what is wrong afterwards and was not before
 * @param goneFindings what was wrong before and is not afterwards
 */
public record Preview(
    String environment,
    Hierarchy before,
    Hierarchy after,
    List<ApplicationChange> changes,
    List<Seen> newFindings,
    List<Seen> goneFindings) {
  public Preview {
    changes = List.copyOf(changes);
    newFindings = List.copyOf(newFindings);
    goneFindings = List.copyOf(goneFindings);
  }

  /** A finding, and the node it lies on; a root's own lies on none. */
  public record Seen(Finding finding, Optional<NodeId> node) {}

  /** Compares the two pictures of an environment. */
  public static Preview of(String environment, Hierarchy before, Hierarchy after) {
    List<ApplicationChange> changes =
        HierarchyComparison.compare(new Side(before), new Side(after)).stream()
            .filter(change -> change.change() != Change.SAME)
            .toList();
    return new Preview(
        environment,
        before,
        after,
        changes,
        NewFindings.in(after, before),
        NewFindings.in(before, after));
  }

  /** The nodes that change in one way. */
  public List<NodeId> ids(Change change) {
    return changes.stream().filter(c -> c.change() == change).map(ApplicationChange::id).toList();
  }

  /** New findings that say the thing does not work; they keep a plan from being committed. */
  public List<Seen> newErrors() {
    return newFindings.stream()
        .filter(s -> s.finding().severity() == Severity.ERROR && !isOldOmission(s))
        .toList();
  }

  /**
   * Projects of Applications that were there before and that git does not show either way. They are
   * only missed since the edit brings the first project that git does show.
   */
  public List<String> missedProjects() {
    return newFindings.stream()
        .filter(this::isOldOmission)
        .flatMap(s -> project(after, s.node()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isOldOmission(Seen seen) {
    return seen.finding().code() == FindingCode.MISSING_PROJECT_ERROR
        && project(before, seen.node()).isPresent()
        && project(before, seen.node()).equals(project(after, seen.node()));
  }

  private static Optional<String> project(Hierarchy hierarchy, Optional<NodeId> node) {
    return node.flatMap(hierarchy::node)
        .flatMap(HierarchyNode::application)
        .map(Application::project);
  }
}
