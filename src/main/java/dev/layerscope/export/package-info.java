/**
 * A hierarchy or a comparison as a file: JSON, text, DOT, Mermaid.
 *
 * <p>From the values of the floors below to text that is the same bytes for the same input. Start
 * at {@link dev.layerscope.export.TreeJson}.
 */
@NullMarked
package dev.layerscope.export;

import org.jspecify.annotations.NullMarked;
