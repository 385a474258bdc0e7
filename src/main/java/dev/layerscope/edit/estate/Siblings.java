package dev.layerscope.edit.estate;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Destination;
import dev.layerscope.yaml.BlockStyle;
import java.util.List;
import java.util.Optional;

/**
 * What a new Application takes over from the one it stands beside: its project, its namespace, the
 * cluster's spelling, whether deleting it deletes what it delivers, how it is written.
 */
public record Siblings(
    String project,
    String namespace,
    Destination cluster,
    List<String> finalizers,
    BlockStyle style) {
  public static Siblings of(Application sibling, String controlPlane) {
    Destination there = sibling.destination();
    boolean spelled = there.server().isPresent() != there.name().isPresent();
    return new Siblings(
        sibling.project(),
        sibling.namespace().orElse(controlPlane),
        spelled
            ? there
            : new Destination(
                Optional.of(Destination.IN_CLUSTER_SERVER), Optional.empty(), Optional.empty()),
        sibling.finalizers(),
        BlockStyle.learn(List.of(sibling.manifest().root())));
  }
}
