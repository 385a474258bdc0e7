package dev.layerscope.operation;

import dev.layerscope.edit.ApplicationName;
import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Proposal;
import dev.layerscope.edit.Removal;
import dev.layerscope.edit.Renaming;
import dev.layerscope.edit.Retargeting;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.List;
import java.util.Optional;

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
    return Optional.empty();
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

  /** Nothing declares it any more. */
  static Optional<Proposal.Refused> refuse(Removal wish, Preview preview) {
    List<HierarchyNode> left = ApplicationName.meant(preview.after(), wish.application());
    return left.isEmpty()
        ? Optional.empty()
        : refused(preview, left.getFirst().name() + " would still be declared");
  }

  private static Optional<Proposal.Refused> refused(Preview preview, String what) {
    return Optional.of(
        new Proposal.Refused(
            "With the change "
                + what
                + " in "
                + preview.environment()
                + ": a patch or generator over it decides.",
            "Change it there by hand."));
  }
}
