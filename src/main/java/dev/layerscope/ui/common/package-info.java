/**
 * What every page of the window uses: threads, messages, colours, glyphs, settings, rows of text.
 *
 * <p>From what operations answer to what controls show. Start at {@link
 * dev.layerscope.ui.common.Background}, the only door to other threads.
 */
@NullMarked
package dev.layerscope.ui.common;

import org.jspecify.annotations.NullMarked;
