/**
 * The texts behind a difference: structured, as written, as rendered.
 *
 * <p>From a row of the tree to rows beside each other. Start at {@link
 * dev.layerscope.ui.compare.text.CompareTexts}.
 */
@NullMarked
package dev.layerscope.ui.compare.text;

import org.jspecify.annotations.NullMarked;
