/**
 * Places in a file's text: from YAML and from a wanted value to the lines that change, or to the
 * text to paste where no place is safe. Knows nothing of Applications' parents or of branches.
 * Start at {@link dev.layerscope.edit.text.DocumentLines}.
 */
@NullMarked
package dev.layerscope.edit.text;

import org.jspecify.annotations.NullMarked;
