package dev.layerscope.argocd;

import dev.layerscope.finding.Location;
import dev.layerscope.git.RepoUrl;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One setting as somebody gave it: Argo CD's configuration in git, or the workspace.
 *
 * @param name Argo CD's own, {@code kustomize.buildOptions}
 * @param change what it does to the settings so far
 * @param where in git; empty when the workspace says it
 */
public record Given(String name, UnaryOperator<Settings> change, Optional<Location> where) {
  /** Said by the workspace. */
  public static Given byWorkspace(String name, UnaryOperator<Settings> change) {
    return new Given(name, change, Optional.empty());
  }

  /** Where, in words for a person; empty when the workspace says it. */
  public String place() {
    return where.map(Given::words).orElse("");
  }

  Settings over(Settings settings) {
    return change.apply(settings).from(name, where.map(Given::words));
  }

  private static String words(Location place) {
    return place.repoUrl().isEmpty()
        ? place.pathAndLine()
        : place.pathAndLine() + " of " + new RepoUrl(place.repoUrl()).display();
  }
}
