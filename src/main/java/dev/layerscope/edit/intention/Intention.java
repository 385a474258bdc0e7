package dev.layerscope.edit.intention;

import dev.layerscope.edit.Plan;
import java.util.List;

/** What somebody wants to become of the estate. Planning turns it into a {@link Plan}. */
public sealed interface Intention
    permits TeamBinding,
        NewLayer,
        NewCluster,
        NewApplication,
        Release,
        Promotion,
        Retargeting,
        Renaming,
        Moving,
        Removal,
        UpstreamMerge,
        Fix {
  /** The environments it is wanted in, by name; empty for what is usual. */
  List<String> environments();

  /** What is usual: the first environment, from where the others follow by promotion, or all. */
  default boolean usuallyEverywhere() {
    return switch (this) {
      case NewLayer ignored -> true;
      case TeamBinding ignored -> false;
      case NewCluster ignored -> false;
      case NewApplication ignored -> false;
      case Release ignored -> false;
      case Promotion ignored -> false;
      case Retargeting ignored -> false;
      case Renaming ignored -> false;
      case Moving ignored -> false;
      case Removal ignored -> false;
      case UpstreamMerge ignored -> false;
      case Fix ignored -> false;
    };
  }
}
