/**
 * One kustomization built by itself, outside of any workspace.
 *
 * <p>Start at {@link dev.layerscope.operation.build.BuildKustomization}.
 */
@NullMarked
package dev.layerscope.operation.build;

import org.jspecify.annotations.NullMarked;
