/** What dev.layerscope.yaml promises, as sentences. */
@NullMarked
package dev.layerscope.yaml;

import org.jspecify.annotations.NullMarked;
