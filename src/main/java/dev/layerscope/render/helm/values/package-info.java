/**
 * What a chart is rendered with: value files found as Argo CD finds them, and parameters written as
 * it writes them. Start at {@link dev.layerscope.render.helm.values.ValueFiles} and {@link
 * dev.layerscope.render.helm.values.Parameters}.
 */
@NullMarked
package dev.layerscope.render.helm.values;

import org.jspecify.annotations.NullMarked;
