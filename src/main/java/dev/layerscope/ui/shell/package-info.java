/**
 * The frame around the pages: header, rail, banner, status line, and the program's start.
 *
 * <p>From the command line's words to a window. Start at {@link dev.layerscope.ui.shell.Window}.
 */
@NullMarked
package dev.layerscope.ui.shell;

import org.jspecify.annotations.NullMarked;
