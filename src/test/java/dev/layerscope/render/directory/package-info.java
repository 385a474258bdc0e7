@NullMarked
package dev.layerscope.render.directory;

import org.jspecify.annotations.NullMarked;
