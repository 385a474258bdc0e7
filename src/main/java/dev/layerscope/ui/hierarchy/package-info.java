/**
 * The picture of the hierarchy: canvas, outline, inspector, search.
 *
 * <p>From a {@link dev.layerscope.hierarchy.Hierarchy} to cards a person walks over. Start at
 * {@link dev.layerscope.ui.hierarchy.HierarchyViewModel}.
 */
@NullMarked
package dev.layerscope.ui.hierarchy;

import org.jspecify.annotations.NullMarked;
