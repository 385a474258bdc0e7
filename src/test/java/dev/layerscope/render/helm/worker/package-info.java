/** What dev.layerscope.render.helm.worker promises, as sentences. */
@NullMarked
package dev.layerscope.render.helm.worker;

import org.jspecify.annotations.NullMarked;
