/**
 * Questions about one place of the estate: what reads it, what changed it, what stands there, and
 * what nothing reaches.
 *
 * <p>Start at {@link dev.layerscope.operation.place.Impact}.
 */
@NullMarked
package dev.layerscope.operation.place;

import org.jspecify.annotations.NullMarked;
