/**
 * Two of something, and what changed between them.
 *
 * <p>From two hierarchies, two sets of manifests or two texts to lists of changes. Start at {@link
 * dev.layerscope.diff.hierarchy.HierarchyComparison}.
 */
@NullMarked
package dev.layerscope.diff;

import org.jspecify.annotations.NullMarked;
