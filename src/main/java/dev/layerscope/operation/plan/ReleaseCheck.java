package dev.layerscope.operation.plan;

import dev.layerscope.edit.Preview;
import dev.layerscope.edit.Proposal;
import dev.layerscope.edit.intention.ApplicationName;
import dev.layerscope.edit.intention.ImageNames;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.finding.Certainty;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Holds a release against what is rendered with it. */
final class ReleaseCheck {
  private final Opened planned;
  private final Release release;
  private final Progress progress;

  ReleaseCheck(Opened planned, Release release, Progress progress) {
    this.planned = planned;
    this.release = release;
    this.progress = progress;
  }

  Optional<Proposal.Refused> refuse(Preview preview) {
    for (HierarchyNode node : ApplicationName.meant(preview.after(), release.application())) {
      if (node.certainty().level() == Certainty.Level.OPAQUE) {
        continue;
      }
      Set<String> images = new LinkedHashSet<>();
      Resolve.manifests(planned, preview.after(), node, progress)
          .forEach(m -> ImageNames.in(m.root(), images));
      for (Release.Image image : release.images()) {
        String wanted =
            image.version().startsWith("@")
                ? image.name() + image.version()
                : image.name() + ":" + image.version();
        if (images.stream().noneMatch(wanted::equals)) {
          return Optional.of(
              new Proposal.Refused(
                  "With the change "
                      + node.name()
                      + " would still not deliver "
                      + wanted
                      + " in "
                      + preview.environment()
                      + ": something over it sets the image.",
                  "It would deliver: " + String.join(", ", images) + "."));
        }
      }
    }
    return Optional.empty();
  }
}
