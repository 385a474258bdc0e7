package dev.layerscope.render;

import dev.layerscope.render.helm.HelmRenderer;

/** What a chart is to be rendered with, or why that cannot be known. */
sealed interface Gathered {
  record Values(HelmRenderer.Values values) implements Gathered {}

  /** Argo CD refuses, in its words. */
  record Refused(String error) implements Gathered {}

  /** Needs what git does not hold. */
  record Unknown(String why) implements Gathered {}
}
