/** Tests of the forms. */
@NullMarked
package dev.layerscope.ui.edit;

import org.jspecify.annotations.NullMarked;
