/** Tests of the page of all environments. */
@NullMarked
package dev.layerscope.ui.compare.matrix;

import org.jspecify.annotations.NullMarked;
