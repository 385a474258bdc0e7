/** Tests of where cards lie. */
@NullMarked
package dev.layerscope.layout;

import org.jspecify.annotations.NullMarked;
