/**
 * The finished objects as text, byte for byte as the tool prints them.
 *
 * <p>From {@link dev.layerscope.yaml.Node}s to text. Start at {@link
 * dev.layerscope.render.kustomize.print.GoYaml}.
 */
@NullMarked
package dev.layerscope.render.kustomize.print;

import org.jspecify.annotations.NullMarked;
