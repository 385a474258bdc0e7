/** What dev.layerscope.diff promises, as sentences. */
@NullMarked
package dev.layerscope.diff;

import org.jspecify.annotations.NullMarked;
