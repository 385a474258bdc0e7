/**
 * Opening a workspace, and what is remembered while it is open: its clones, its charts, what was
 * rendered, compared and drawn.
 *
 * <p>Start at {@link dev.layerscope.operation.open.OpenWorkspace}.
 */
@NullMarked
package dev.layerscope.operation.open;

import org.jspecify.annotations.NullMarked;
