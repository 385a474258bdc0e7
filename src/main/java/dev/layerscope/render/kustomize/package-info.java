/**
 * Kustomizations built in memory over git trees, as the tool Argo CD ships builds them
 * (specification §4).
 *
 * <p>From a folder with a kustomization to {@link dev.layerscope.render.kustomize.Built} manifests.
 * Load, accumulate from the bases upwards, and once at the root: hashes, references, variables,
 * order. Whatever is not done exactly says so by name. Start at {@link
 * dev.layerscope.render.kustomize.KustomizeRenderer}.
 */
@NullMarked
package dev.layerscope.render.kustomize;

import org.jspecify.annotations.NullMarked;
