/**
 * From an open workspace and a {@link dev.layerscope.operation.Selection} to its hierarchy, checked
 * by every rule.
 *
 * <p>Start at {@link dev.layerscope.operation.resolve.Resolve}.
 */
@NullMarked
package dev.layerscope.operation.resolve;

import org.jspecify.annotations.NullMarked;
