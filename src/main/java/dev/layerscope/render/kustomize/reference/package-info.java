/**
 * What is mended when names have changed: references by name, and variables.
 *
 * <p>Start at {@link dev.layerscope.render.kustomize.reference.NameReferences}.
 */
@NullMarked
package dev.layerscope.render.kustomize.reference;

import org.jspecify.annotations.NullMarked;
