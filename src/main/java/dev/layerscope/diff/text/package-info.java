/**
 * Two texts, line by line, aligned for reading side by side.
 *
 * <p>From two texts to {@link dev.layerscope.diff.text.AlignedLine}s. Start at {@link
 * dev.layerscope.diff.text.TextComparison}.
 */
@NullMarked
package dev.layerscope.diff.text;

import org.jspecify.annotations.NullMarked;
