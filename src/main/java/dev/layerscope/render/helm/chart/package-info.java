/**
 * Charts as files: from a folder of a repository, its vendored and neighbouring dependencies, to
 * what Helm is given. Start at {@link dev.layerscope.render.helm.chart.ChartReader}.
 */
@NullMarked
package dev.layerscope.render.helm.chart;

import org.jspecify.annotations.NullMarked;
