/**
 * Applications that declare Applications: the complete graph from the roots down.
 *
 * <p>From {@link dev.layerscope.hierarchy.Root}s, through rendering, to a {@link
 * dev.layerscope.hierarchy.Hierarchy} of nodes and edges that each know where they were declared
 * and how sure they are. JGraphT stays behind it. Start at {@link
 * dev.layerscope.hierarchy.Resolver}.
 */
@NullMarked
package dev.layerscope.hierarchy;

import org.jspecify.annotations.NullMarked;
