package dev.layerscope.diff.hierarchy;

import dev.layerscope.hierarchy.NodeKind;

/**
 * What makes two nodes of two sides the same one: the role of the cluster instead of the cluster,
 * so that {@code east-dev} and {@code east-prod} match when both are roots {@code of: east}.
 */
record LogicalId(String plane, String namespace, NodeKind kind, String name) {}
