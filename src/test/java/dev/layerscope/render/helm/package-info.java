/** What dev.layerscope.render.helm promises, as sentences. */
@NullMarked
package dev.layerscope.render.helm;

import org.jspecify.annotations.NullMarked;
