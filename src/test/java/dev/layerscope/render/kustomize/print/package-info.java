/** How finished objects are written. */
@NullMarked
package dev.layerscope.render.kustomize.print;

import org.jspecify.annotations.NullMarked;
