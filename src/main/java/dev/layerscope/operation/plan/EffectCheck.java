package dev.layerscope.operation.plan;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Proposal;
import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was wanted of an Application has to be seen in the preview: a patch or a generator may
 * decide otherwise, and then nothing is written.
 */
final class EffectCheck {
  private EffectCheck() {}

  /** Every cluster reads what was asked for. */
  static Optional<Proposal.Refused> refuse(Retargeting wish, Preview preview) {
    for (HierarchyNode node : ApplicationName.meant(preview.after(), wish.application())) {
      boolean seen =
          node.sources().stream()
              .anyMatch(s ->
                  wish.path().filter(p -> !s.declared().path().equals(Optional.of(p))).isEmpty()
                      && wish.revision()
                          .filter(r -> !s.declared().targetRevision().equals(Optional.of(r)))
                          .isEmpty());
      if (!seen && !node.sources().isEmpty()) {
        return refused(preview, node.name() + " would still read something else");
      }
    }
    return alongside(preview, wish.application(), EnumSet.complementOf(EnumSet.of(Change.SAME)))
        .or(() -> more(preview, wish.application()));
  }

  /** What hangs beside it stays as it is: one value may be behind several Applications. */
  private static Optional<Proposal.Refused> alongside(
      Preview preview, String application, Set<Change> harm) {
    Hierarchy before = preview.before();
    Set<NodeId> meant = new LinkedHashSet<>();
    Set<NodeId> beside = new LinkedHashSet<>();
    for (HierarchyNode node : ApplicationName.meant(before, application)) {
      meant.add(node.id());
      for (Edge edge : before.declarationsOf(node.id())) {
        edge.from().map(before::childrenOf).orElse(List.of()).forEach(n -> beside.add(n.id()));
      }
    }
    Set<NodeId> below = before.reachedFrom(meant);
    List<String> touched =
        preview.changes().stream()
            .filter(change -> harm.contains(change.change()))
            .map(ApplicationChange::id)
            .filter(id -> id.kind() == NodeKind.APPLICATION)
            .filter(id -> beside.contains(id) && !below.contains(id))
            .map(NodeId::name)
            .distinct()
            .toList();
    return touched.isEmpty()
        ? Optional.empty()
        : refused(preview, String.join(", ", touched) + " would change as well");
  }

  /** Of its own declaration only what was asked for changes. */
  private static Optional<Proposal.Refused> more(Preview preview, String application) {
    Set<NodeId> meant =
        ApplicationName.meant(preview.before(), application).stream()
            .map(HierarchyNode::id)
            .collect(Collectors.toSet());
    List<String> fields =
        preview.changes().stream()
            .filter(change -> meant.contains(change.id()) && change.change() == Change.CHANGED)
            .flatMap(change -> change.fields().stream())
            .map(FieldChange::path)
            .filter(path -> !path.endsWith("targetRevision") && !path.endsWith("path"))
            .distinct()
            .toList();
    return fields.isEmpty()
        ? Optional.empty()
        : refused(preview, "it would change in " + String.join(", ", fields) + " as well");
  }

  /** It is there under its new name, as it was, and no longer under the old one. */
  static Optional<Proposal.Refused> refuse(Renaming wish, Preview preview) {
    for (HierarchyNode old : ApplicationName.meant(preview.before(), wish.application())) {
      Optional<HierarchyNode> now =
          preview.after().nodes().stream()
              .filter(n -> n.name().equals(wish.name()) && n.id().kind() == old.id().kind())
              .filter(n -> n.id().controlPlane().equals(old.id().controlPlane()))
              .findFirst();
      if (now.isEmpty() || preview.after().node(old.id()).isPresent()) {
        return refused(preview, old.name() + " would not have its new name");
      }
      if (!same(old, now.get())) {
        return refused(
            preview, wish.name() + " would not be what " + old.name() + " is, by another name");
      }
    }
    return Optional.empty();
  }

  private static boolean same(HierarchyNode old, HierarchyNode now) {
    return old.application()
        .flatMap(a -> a.manifest().root().at("spec"))
        .equals(now.application().flatMap(a -> a.manifest().root().at("spec")));
  }

  /** What has another parent is what it was: a patch of the old one's may have made it so. */
  static Optional<Proposal.Refused> refuseChangedOnTheWay(Preview preview) {
    for (HierarchyNode old : preview.before().nodes()) {
      Optional<HierarchyNode> now = preview.after().node(old.id());
      if (now.isPresent() && old.application().isPresent() && !same(old, now.get())) {
        return refused(preview, old.name() + " would no longer be what it is");
      }
    }
    return Optional.empty();
  }

  /** Nothing declares it any more, and what hung beside it is still there. */
  static Optional<Proposal.Refused> refuse(Removal wish, Preview preview) {
    List<HierarchyNode> left = ApplicationName.meant(preview.after(), wish.application());
    return left.isEmpty()
        ? alongside(preview, wish.application(), EnumSet.of(Change.REMOVED))
        : refused(preview, left.getFirst().name() + " would still be declared");
  }

  private static Optional<Proposal.Refused> refused(Preview preview, String what) {
    return Optional.of(
        new Proposal.Refused(
            "With the change "
                + what
                + " in "
                + preview.environment()
                + ": a patch, a template or a generator decides.",
            "Change it there by hand."));
  }
}
