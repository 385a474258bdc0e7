/** Edits from the wish to the commits, on real repositories and on the sample workspace. */
@NullMarked
package dev.layerscope.operation.plan;

import org.jspecify.annotations.NullMarked;
