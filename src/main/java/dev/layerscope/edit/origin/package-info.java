/**
 * Where a value really comes from: an element of a generator, a template's value, a patch or an
 * image transformer in the layer above. Start at {@link dev.layerscope.edit.origin.GeneratedBy}.
 */
@NullMarked
package dev.layerscope.edit.origin;

import org.jspecify.annotations.NullMarked;
