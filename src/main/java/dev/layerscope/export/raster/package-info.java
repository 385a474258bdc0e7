/**
 * Pictures as pixels and on paper, without a window and without a display.
 *
 * <p>From a {@link dev.layerscope.export.picture.Drawing} to PNG or PDF. Start at {@link
 * dev.layerscope.export.raster.Png} or {@link dev.layerscope.export.raster.Pdf}. The only package
 * that knows {@code java.awt}.
 */
@NullMarked
package dev.layerscope.export.raster;

import org.jspecify.annotations.NullMarked;
