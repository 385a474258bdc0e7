/**
 * Where cards lie: from who declares whom to positions. Pure geometry, no toolkit, no text
 * measuring.
 *
 * <p>From a graph of indices to a {@link dev.layerscope.layout.SpanningTree} (each card once, at
 * its shortest path) and from an open part of it, a {@link dev.layerscope.layout.Forest}, to {@link
 * dev.layerscope.layout.Places}. Start at {@link dev.layerscope.layout.TidyTree}.
 */
@NullMarked
package dev.layerscope.layout;

import org.jspecify.annotations.NullMarked;
