/**
 * Layers and cluster roots: from a name and what lies below it to repositories, Applications and
 * the files of the parents that declare them. Start at {@link
 * dev.layerscope.edit.layer.LayerPlanner}.
 */
@NullMarked
package dev.layerscope.edit.layer;

import org.jspecify.annotations.NullMarked;
