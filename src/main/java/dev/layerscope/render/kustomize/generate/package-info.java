/**
 * ConfigMaps and Secrets made from files and literals, and the hash in their names.
 *
 * <p>Start at {@link dev.layerscope.render.kustomize.generate.Generator}.
 */
@NullMarked
package dev.layerscope.render.kustomize.generate;

import org.jspecify.annotations.NullMarked;
