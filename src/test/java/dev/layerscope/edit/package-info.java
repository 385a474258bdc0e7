/** What is written where, and that nothing else changes. */
@NullMarked
package dev.layerscope.edit;

import org.jspecify.annotations.NullMarked;
