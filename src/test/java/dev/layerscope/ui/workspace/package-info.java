/** Tests of what is open, and the sample that other tests open. */
@NullMarked
package dev.layerscope.ui.workspace;

import org.jspecify.annotations.NullMarked;
