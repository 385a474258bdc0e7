package dev.layerscope.edit.intention;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import java.util.List;

/**
 * A finding is to be cured, where the cure is mechanical.
 *
 * @param finding as it is seen in the environment
 */
public record Fix(Finding finding, String environment) implements Intention {
  @Override
  public List<String> environments() {
    return List.of(environment);
  }

  /** Whether findings of a kind can be cured so. */
  public static boolean isKnownFor(FindingCode code) {
    return switch (code) {
      case MISSING_FINALIZER_INFO,
          RETRY_EXHAUSTED_WARNING,
          WRONG_ENVIRONMENT_REVISION_WARNING,
          FLOATING_REVISION_WARNING,
          UNLISTED_FILE_INFO,
          WIDE_TEAM_PROJECT_WARNING,
          WIDE_PROJECT_INFO,
          REPOSITORY_SPELLINGS_WARNING,
          ORPHANED_OVERRIDE_FILE_WARNING ->
          true;
      default -> false;
    };
  }
}
