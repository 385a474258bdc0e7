/** What dev.layerscope.finding promises, as sentences. */
@NullMarked
package dev.layerscope.finding;

import org.jspecify.annotations.NullMarked;
