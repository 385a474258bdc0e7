/** Tests of the window. */
@NullMarked
package dev.layerscope.ui;

import org.jspecify.annotations.NullMarked;
