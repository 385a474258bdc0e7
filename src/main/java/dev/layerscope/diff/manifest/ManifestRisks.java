package dev.layerscope.diff.manifest;

import dev.layerscope.manifest.Manifest;
import java.util.Optional;

/** Risks that a manifest shows by itself, for those who look at nodes instead of objects. */
public final class ManifestRisks {
  private ManifestRisks() {}

  /** Set when both are the same AppProject and it allows more than before. */
  public static Optional<Risk> projectWidened(Optional<Manifest> from, Optional<Manifest> to) {
    return from.filter(m -> m.gvk().isArgo("AppProject")).isPresent()
        ? ProjectWidening.between(from, to)
        : Optional.empty();
  }
}
