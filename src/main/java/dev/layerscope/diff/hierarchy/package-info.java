/**
 * Two hierarchies, Application by Application.
 *
 * <p>From two {@link dev.layerscope.hierarchy.Hierarchy} values to {@link
 * dev.layerscope.diff.hierarchy.ApplicationChange}s. Start at {@link
 * dev.layerscope.diff.hierarchy.HierarchyComparison}.
 */
@NullMarked
package dev.layerscope.diff.hierarchy;

import org.jspecify.annotations.NullMarked;
