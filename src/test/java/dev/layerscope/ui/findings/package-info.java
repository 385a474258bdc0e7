/** How findings are put together on their page. */
@NullMarked
package dev.layerscope.ui.findings;

import org.jspecify.annotations.NullMarked;
