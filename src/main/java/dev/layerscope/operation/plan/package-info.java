/**
 * From a wish to local commits: planned, looked at as it will be, and written over all repositories
 * or not at all.
 *
 * <p>Start at {@link dev.layerscope.operation.plan.PlanEdit}.
 */
@NullMarked
package dev.layerscope.operation.plan;

import org.jspecify.annotations.NullMarked;
