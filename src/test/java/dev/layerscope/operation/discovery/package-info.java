/** Discovery over real repositories on disk. */
@NullMarked
package dev.layerscope.operation.discovery;

import org.jspecify.annotations.NullMarked;
