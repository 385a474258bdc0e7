package dev.layerscope.ui.compare.page;

import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.ui.compare.ToComparison;
import java.util.function.Consumer;

/**
 * The ways from the page that compares to the others.
 *
 * @param toNode brings a node of the hierarchy to the front
 * @param toMatrix brings its row of the matrix to the front
 * @param toOverlay draws the two environments over each other
 * @param toRules goes to where the rules of the workspace are edited
 */
public record CompareDoors(
    Consumer<NodeId> toNode, Consumer<NodeId> toMatrix, ToComparison toOverlay, Runnable toRules) {}
