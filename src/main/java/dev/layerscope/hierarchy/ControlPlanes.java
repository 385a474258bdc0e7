package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Given;
import dev.layerscope.argocd.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Argo CDs of an estate. Declared here, filled by the workspace. */
public interface ControlPlanes {
  /** What a control plane is set to. */
  Settings settings(String controlPlane);

  /**
   * The same Argo CDs, set as their own configuration in git says; what the workspace says stands
   * above it.
   *
   * @param found what was found of each control plane; one that is not named has nothing in git
   */
  default ControlPlanes knowing(Map<String, List<Given>> found) {
    return this;
  }

  /**
   * The control plane that runs in the cluster an Application of {@code controlPlane} delivers to.
   * {@code in-cluster} is always that control plane's own cluster.
   *
   * @return empty when no Argo CD is known there
   */
  Optional<String> runningIn(String controlPlane, Destination destination);
}
