/** Where in a text a change goes, and that nothing else moves. */
@NullMarked
package dev.layerscope.edit.text;

import org.jspecify.annotations.NullMarked;
