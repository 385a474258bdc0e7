/**
 * From any intention to its plan: who plans what is said once, in {@link
 * dev.layerscope.edit.planning.Planner}.
 */
@NullMarked
package dev.layerscope.edit.planning;

import org.jspecify.annotations.NullMarked;
