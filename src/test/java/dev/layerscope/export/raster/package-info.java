/** Pictures as pixels and on paper, read back. */
@NullMarked
package dev.layerscope.export.raster;

import org.jspecify.annotations.NullMarked;
