/**
 * The use cases that the window and the command line share: open, resolve, compare, plan, commit.
 *
 * <p>Each is one class: a record in, a record out, {@link dev.layerscope.work.Progress} where it
 * may take long. They have rooms by what is asked; here stands the word they all take, a {@link
 * dev.layerscope.operation.Selection}, and how people write it. Start at {@link
 * dev.layerscope.operation.open.OpenWorkspace}.
 */
@NullMarked
package dev.layerscope.operation;

import org.jspecify.annotations.NullMarked;
