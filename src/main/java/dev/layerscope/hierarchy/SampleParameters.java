package dev.layerscope.hierarchy;

import dev.layerscope.yaml.Mapping;
import java.util.List;

/**
 * Parameter sets that stand in for generators which need more than git: pull requests,
 * organisations, plugins. Declared here, filled by the workspace.
 */
public interface SampleParameters {
  /** Nobody gave any. */
  SampleParameters NONE = applicationSet -> List.of();

  /** The sets for an ApplicationSet; empty when there are none. */
  List<Mapping> of(NodeId applicationSet);
}
