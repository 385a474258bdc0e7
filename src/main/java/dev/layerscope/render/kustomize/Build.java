package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.merge.Schema;

/**
 * What is the same for every kustomization of one build.
 *
 * @param plugins whether the tool may run programs as plugins
 * @param schema what is known about kinds: only the first kustomization that names a file decides
 * @param charts inflates charts
 * @param inexact collects what is not done exactly
 */
record Build(boolean plugins, Schema schema, ChartInflation charts, Inexact inexact) {
  Build with(Schema other) {
    return new Build(plugins, other, charts, inexact);
  }
}
