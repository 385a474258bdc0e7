/**
 * The user's own {@code kustomize}, {@code kubectl} or {@code oc}, for what the built-in engine
 * only comes near to.
 *
 * <p>From a snapshot to what the tool prints, over a private copy of the files. Start at {@link
 * dev.layerscope.render.kustomize.tool.UsersTool}.
 */
@NullMarked
package dev.layerscope.render.kustomize.tool;

import org.jspecify.annotations.NullMarked;
