/**
 * Objects on their way through a build: what they are, what they were called before, and sets of
 * them.
 *
 * <p>From files to {@link dev.layerscope.render.kustomize.resource.ResourceSet}s. Start there.
 */
@NullMarked
package dev.layerscope.render.kustomize.resource;

import org.jspecify.annotations.NullMarked;
