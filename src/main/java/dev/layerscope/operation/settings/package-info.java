/**
 * The workspace file, written in: roots, what is expected to differ, everything a form offers.
 *
 * <p>Start at {@link dev.layerscope.operation.settings.EditWorkspace}.
 */
@NullMarked
package dev.layerscope.operation.settings;

import org.jspecify.annotations.NullMarked;
