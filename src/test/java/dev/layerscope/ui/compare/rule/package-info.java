/** Tests of what is expected to differ. */
@NullMarked
package dev.layerscope.ui.compare.rule;

import org.jspecify.annotations.NullMarked;
