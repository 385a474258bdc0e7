/** What dev.layerscope.check promises, as sentences. */
@NullMarked
package dev.layerscope.check;

import org.jspecify.annotations.NullMarked;
