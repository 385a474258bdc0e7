/** Tests of pictures, without a toolkit. */
@NullMarked
package dev.layerscope.export.picture;

import org.jspecify.annotations.NullMarked;
