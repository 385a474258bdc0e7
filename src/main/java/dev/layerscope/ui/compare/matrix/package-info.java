/**
 * Every Application in every environment, each beside the one on its left.
 *
 * <p>From a workspace to a table and what its cells differ in. Start at {@link
 * dev.layerscope.ui.compare.matrix.MatrixController}.
 */
@NullMarked
package dev.layerscope.ui.compare.matrix;

import org.jspecify.annotations.NullMarked;
