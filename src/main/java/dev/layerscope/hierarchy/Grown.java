package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Destination;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * What became of a bud.
 *
 * @param node with what was found
 * @param findings about it
 * @param sprouts what it declares, in the order rendered; groups last
 * @param configuration of an Argo CD, among what it delivers
 * @param destination where it delivers that to; empty for an ApplicationSet, which delivers nothing
 */
record Grown(
    HierarchyNode node,
    List<Finding> findings,
    List<Sprout> sprouts,
    List<Manifest> configuration,
    Optional<Destination> destination) {}
