/** Hierarchies of real repositories on disk. */
@NullMarked
package dev.layerscope.operation.resolve;

import org.jspecify.annotations.NullMarked;
