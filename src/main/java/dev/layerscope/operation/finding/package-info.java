/**
 * What is found wrong in what a selection shows, where it stands, and whether it is so elsewhere as
 * well.
 *
 * <p>Start at {@link dev.layerscope.operation.finding.Check}.
 */
@NullMarked
package dev.layerscope.operation.finding;

import org.jspecify.annotations.NullMarked;
