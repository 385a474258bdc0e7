/** Tests of the texts behind a difference. */
@NullMarked
package dev.layerscope.ui.compare.text;

import org.jspecify.annotations.NullMarked;
