/**
 * Two sides beside each other: Applications and files with counts, and their texts.
 *
 * <p>From two selections to a tree and what a reviewer ticks in it. Start at {@link
 * dev.layerscope.ui.compare.page.CompareController}.
 */
@NullMarked
package dev.layerscope.ui.compare.page;

import org.jspecify.annotations.NullMarked;
