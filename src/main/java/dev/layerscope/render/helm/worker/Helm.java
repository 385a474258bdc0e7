package dev.layerscope.render.helm.worker;

import dev.layerscope.finding.Certainty;

/**
 * A Helm that renders charts as {@code helm template --no-hooks} does. Safe for several threads.
 */
public interface Helm {
  /** Renders, and waits for the result. */
  Answer render(Request request);

  /** How sure what it prints is: Argo CD has a Helm of its own. */
  Certainty sure();
}
