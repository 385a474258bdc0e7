/** Journeys through the real window, on the headless platform. */
@NullMarked
package dev.layerscope.ui.shell;

import org.jspecify.annotations.NullMarked;
