/** Workspace files written in. */
@NullMarked
package dev.layerscope.operation.settings;

import org.jspecify.annotations.NullMarked;
