package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import java.util.Optional;

/** The Argo CDs of an estate. Declared here, filled by the workspace. */
public interface ControlPlanes {
  /** What a control plane is set to. */
  Settings settings(String controlPlane);

  /**
   * The control plane that runs in the cluster an Application of {@code controlPlane} delivers to.
   * {@code in-cluster} is always that control plane's own cluster.
   *
   * @return empty when no Argo CD is known there
   */
  Optional<String> runningIn(String controlPlane, Destination destination);
}
