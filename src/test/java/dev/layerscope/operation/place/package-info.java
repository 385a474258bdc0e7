/** Questions about places of real repositories on disk. */
@NullMarked
package dev.layerscope.operation.place;

import org.jspecify.annotations.NullMarked;
