/**
 * Patches: strategic merge with Kubernetes' merge keys, and JSON 6902. Pure functions on trees.
 *
 * <p>Start at {@link dev.layerscope.render.kustomize.merge.StrategicMerge}.
 */
@NullMarked
package dev.layerscope.render.kustomize.merge;

import org.jspecify.annotations.NullMarked;
