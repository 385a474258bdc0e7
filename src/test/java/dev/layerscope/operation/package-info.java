/** The use cases on the sample workspace, as its list of what is planted promises. */
@NullMarked
package dev.layerscope.operation;

import org.jspecify.annotations.NullMarked;
