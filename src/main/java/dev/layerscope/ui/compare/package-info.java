/**
 * Two environments side by side, and all of them: the words that the rooms share.
 *
 * <p>{@link dev.layerscope.ui.compare.page} compares two sides, {@link
 * dev.layerscope.ui.compare.matrix} sets all environments beside each other; {@link
 * dev.layerscope.ui.compare.rule} is what is expected to differ, {@link
 * dev.layerscope.ui.compare.text} the rows a reviewer reads. The pages do not know each other: the
 * shell leads from one to the other ({@link dev.layerscope.ui.compare.ToComparison}).
 */
@NullMarked
package dev.layerscope.ui.compare;

import org.jspecify.annotations.NullMarked;
