/**
 * Comparisons of real repositories on disk, and of the sample workspace as its list of what is
 * planted promises.
 */
@NullMarked
package dev.layerscope.operation.compare;

import org.jspecify.annotations.NullMarked;
