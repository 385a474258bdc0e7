/** Tests of the page that compares two sides. */
@NullMarked
package dev.layerscope.ui.compare.page;

import org.jspecify.annotations.NullMarked;
