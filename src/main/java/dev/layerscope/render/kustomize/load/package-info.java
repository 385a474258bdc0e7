/**
 * Access to files and folders under the tool's rules: nothing above a kustomization's folder, no
 * circles.
 *
 * <p>From paths as written to bytes of a {@link dev.layerscope.git.Snapshot}, of other repositories
 * too. Start at {@link dev.layerscope.render.kustomize.load.Loader}.
 */
@NullMarked
package dev.layerscope.render.kustomize.load;

import org.jspecify.annotations.NullMarked;
