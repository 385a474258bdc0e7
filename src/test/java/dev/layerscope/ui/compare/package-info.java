/** Tests of the pages that compare. */
@NullMarked
package dev.layerscope.ui.compare;

import org.jspecify.annotations.NullMarked;
