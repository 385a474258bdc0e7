/** What dev.layerscope.hierarchy promises, as sentences. */
@NullMarked
package dev.layerscope.hierarchy;

import org.jspecify.annotations.NullMarked;
