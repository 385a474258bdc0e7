/**
 * Mistakes that only the whole picture shows, one class per rule.
 *
 * <p>From a {@link dev.layerscope.hierarchy.Hierarchy} to findings on its nodes. Start at {@link
 * dev.layerscope.check.Rule}.
 */
@NullMarked
package dev.layerscope.check;

import org.jspecify.annotations.NullMarked;
