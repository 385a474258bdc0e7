/**
 * The use cases that the window and the command line share: open, resolve, compare, plan, commit.
 *
 * <p>Each is one class: a record in, a record out, {@link dev.layerscope.work.Progress} where it
 * may take long. Start at {@link dev.layerscope.operation.OpenWorkspace}.
 */
@NullMarked
package dev.layerscope.operation;

import org.jspecify.annotations.NullMarked;
