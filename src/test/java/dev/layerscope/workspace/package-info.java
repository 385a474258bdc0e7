/** What dev.layerscope.workspace promises, as sentences. */
@NullMarked
package dev.layerscope.workspace;

import org.jspecify.annotations.NullMarked;
