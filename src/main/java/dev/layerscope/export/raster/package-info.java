/**
 * Pictures as pixels, without a window and without a display.
 *
 * <p>From a {@link dev.layerscope.export.picture.Drawing} to PNG. Start at {@link
 * dev.layerscope.export.raster.Png}. The only package that knows {@code java.awt}.
 */
@NullMarked
package dev.layerscope.export.raster;

import org.jspecify.annotations.NullMarked;
