package dev.layerscope.yaml;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * How much of a document comes from aliases. go-yaml refuses a document that expands to far more
 * than it holds ("billion laughs"); this counts as it does, without expanding anything.
 */
final class AliasBudget {
  private static final double FREE = 400_000;
  private static final double FULL = 4_000_000;

  private final Map<org.yaml.snakeyaml.nodes.Node, Long> sizes = new IdentityHashMap<>();
  private final java.util.ArrayDeque<Long> starts = new java.util.ArrayDeque<>();
  private long decoded;
  private long aliased;

  void enter() {
    starts.push(decoded);
    decoded++;
  }

  void leave(org.yaml.snakeyaml.nodes.Node node) {
    sizes.put(node, decoded - starts.pop());
  }

  /** An alias of a node already converted stands for all of it once more. */
  void alias(org.yaml.snakeyaml.nodes.Node node, int line) throws NodeConversion.Unreadable {
    long size = sizes.getOrDefault(node, 1L);
    decoded += size;
    aliased += size;
    if (decoded > 100 && aliased > 100 && (double) aliased / decoded > allowed()) {
      throw new NodeConversion.Unreadable(line, "document contains excessive aliasing");
    }
  }

  private double allowed() {
    if (decoded <= FREE) {
      return 0.99;
    }
    return decoded >= FULL ? 0.10 : 0.99 - 0.89 * (decoded - FREE) / (FULL - FREE);
  }
}
