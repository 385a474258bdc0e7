/** What comparing promises, as sentences. */
@NullMarked
package dev.layerscope.diff;

import org.jspecify.annotations.NullMarked;
