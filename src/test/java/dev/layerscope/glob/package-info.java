/** What dev.layerscope.glob promises, as sentences. */
@NullMarked
package dev.layerscope.glob;

import org.jspecify.annotations.NullMarked;
