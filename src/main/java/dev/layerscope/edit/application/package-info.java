/**
 * One Application: add, move, rename, remove, point elsewhere. Start at {@link
 * dev.layerscope.edit.application.ApplicationPlanner}.
 */
@NullMarked
package dev.layerscope.edit.application;

import org.jspecify.annotations.NullMarked;
