/** Tests of what the pages share. */
@NullMarked
package dev.layerscope.ui.common;

import org.jspecify.annotations.NullMarked;
