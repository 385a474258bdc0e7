/**
 * YAML while it is being customised: the one mutable tree of the program, alive only during a
 * build.
 *
 * <p>From {@link dev.layerscope.yaml.Node}s to {@link dev.layerscope.render.kustomize.tree.Tree}s
 * and back.
 */
@NullMarked
package dev.layerscope.render.kustomize.tree;

import org.jspecify.annotations.NullMarked;
