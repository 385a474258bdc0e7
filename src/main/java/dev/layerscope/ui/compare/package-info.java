/**
 * Two environments side by side: Applications and files with counts, and their texts.
 *
 * <p>From two selections to rows a reviewer reads. Start at {@link
 * dev.layerscope.ui.compare.CompareController}.
 */
@NullMarked
package dev.layerscope.ui.compare;

import org.jspecify.annotations.NullMarked;
