/** Tests of the hierarchy page, without a toolkit where possible. */
@NullMarked
package dev.layerscope.ui.hierarchy;

import org.jspecify.annotations.NullMarked;
