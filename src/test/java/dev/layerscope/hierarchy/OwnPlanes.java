package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import java.util.Optional;

/** Every cluster runs an Argo CD of its own, with the settings it comes with. */
public record OwnPlanes() implements ControlPlanes {
  @Override
  public Settings settings(String controlPlane) {
    return Settings.DEFAULT;
  }

  @Override
  public Optional<String> runningIn(String controlPlane, Destination destination) {
    return destination.isInCluster() ? Optional.of(controlPlane) : Optional.empty();
  }
}
