package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import java.util.Optional;

/** One Argo CD delivers to every cluster, with the settings it comes with. */
public record OnePlane() implements ControlPlanes {
  @Override
  public Settings settings(String controlPlane) {
    return Settings.DEFAULT;
  }

  @Override
  public Optional<String> runningIn(String controlPlane, Destination destination) {
    return Optional.of(controlPlane);
  }
}
