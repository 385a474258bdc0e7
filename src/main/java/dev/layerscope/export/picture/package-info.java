/**
 * A hierarchy as a picture: which cards, frames and lines, and how they are painted, on whatever.
 *
 * <p>From a {@link dev.layerscope.hierarchy.Hierarchy} to a {@link
 * dev.layerscope.export.picture.TreePicture}, from what is open of it to a {@link
 * dev.layerscope.export.picture.Sheet}, and from that to strokes of a {@link
 * dev.layerscope.export.picture.Brush}. The window's canvas and the exported pictures come from the
 * same painters. Start at {@link dev.layerscope.export.picture.GraphPainter}.
 */
@NullMarked
package dev.layerscope.export.picture;

import org.jspecify.annotations.NullMarked;
