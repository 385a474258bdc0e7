package dev.layerscope.operation;

import dev.layerscope.hierarchy.GrowthMemory;
import dev.layerscope.render.RenderMemory;

/**
 * What an open workspace remembers of its estate. All of it is held against git before it is used.
 *
 * @param renderings by what they were made from
 * @param growth what became of nodes
 */
record Memory(RenderMemory renderings, GrowthMemory growth) {
  Memory() {
    this(new RenderMemory(), new GrowthMemory());
  }
}
