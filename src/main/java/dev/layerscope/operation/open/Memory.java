package dev.layerscope.operation.open;

import dev.layerscope.check.CheckMemory;
import dev.layerscope.hierarchy.GrowthMemory;
import dev.layerscope.render.KeptRenderings;
import dev.layerscope.render.RenderMemory;
import java.util.Optional;

/**
 * What an open workspace remembers of its estate. All of it is held against git before it is used.
 *
 * @param renderings by what they were made from
 * @param growth what became of nodes
 * @param checks what rules found
 */
record Memory(RenderMemory renderings, GrowthMemory growth, CheckMemory checks) {
  Memory() {
    this(Optional.empty());
  }

  /**
   * @param disk with what other programs rendered
   */
  Memory(Optional<KeptRenderings> disk) {
    this(new RenderMemory(disk), new GrowthMemory(), new CheckMemory());
  }
}
