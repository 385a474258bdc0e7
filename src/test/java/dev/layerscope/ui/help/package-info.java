/** What the guide in the window promises. Start at {@link dev.layerscope.ui.help.HelpTest}. */
@NullMarked
package dev.layerscope.ui.help;

import org.jspecify.annotations.NullMarked;
