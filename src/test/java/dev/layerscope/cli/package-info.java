/** What dev.layerscope.cli promises, as sentences. */
@NullMarked
package dev.layerscope.cli;

import org.jspecify.annotations.NullMarked;
