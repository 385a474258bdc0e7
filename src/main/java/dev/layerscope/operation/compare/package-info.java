/**
 * Two sides compared, or every environment with its neighbour: hierarchies, rendered objects, files
 * and commits.
 *
 * <p>Start at {@link dev.layerscope.operation.compare.Compare}.
 */
@NullMarked
package dev.layerscope.operation.compare;

import org.jspecify.annotations.NullMarked;
