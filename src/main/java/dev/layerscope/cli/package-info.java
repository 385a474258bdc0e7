/**
 * The command line: one class per command, arguments to operation to export.
 *
 * <p>From words to an exit status (0 done, 1 findings or differences, 2 usage, 3 the world, 4 not
 * exact, 70 ours); results go to standard output, everything else to standard error. Start at
 * {@link dev.layerscope.cli.CommandLineFace}.
 */
@NullMarked
package dev.layerscope.cli;

import org.jspecify.annotations.NullMarked;
