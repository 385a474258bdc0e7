/**
 * One class per field of a kustomization that changes resources.
 *
 * <p>From a {@link dev.layerscope.render.kustomize.resource.ResourceSet} to the same set, changed.
 * Start at {@link dev.layerscope.render.kustomize.transform.Transformer}.
 */
@NullMarked
package dev.layerscope.render.kustomize.transform;

import org.jspecify.annotations.NullMarked;
