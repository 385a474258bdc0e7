/**
 * A source at a revision becomes the manifests Argo CD would apply, or the reason why not.
 *
 * <p>From an {@link dev.layerscope.argocd.Application}'s sources and {@link
 * dev.layerscope.git.Snapshot}s to {@link dev.layerscope.render.Rendered}. One package per type of
 * source. Start at {@link dev.layerscope.render.Renderer}.
 */
@NullMarked
package dev.layerscope.render;

import org.jspecify.annotations.NullMarked;
