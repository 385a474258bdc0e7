/** Workspaces opened, kept and opened again. */
@NullMarked
package dev.layerscope.operation.open;

import org.jspecify.annotations.NullMarked;
