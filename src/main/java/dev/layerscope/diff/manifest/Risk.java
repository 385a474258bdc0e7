package dev.layerscope.diff.manifest;

import java.util.Locale;
import java.util.Optional;

/**
 * Something dangerous about a difference.
 *
 * @param path the field that is dangerous, as {@link FieldChange#path} has it; empty when it is the
 *     whole object
 * @param words what happens to which object, for a person
 */
public record Risk(Kind kind, Optional<String> path, String words) {
  /** Of a whole object. */
  public Risk(Kind kind, String words) {
    this(kind, Optional.empty(), words);
  }

  /** What sort of danger. */
  public enum Kind {
    APPLICATION_REMOVED,
    APPLICATION_RENAMED,
    APPLICATION_MOVED,
    PRUNE_CHANGED,
    FINALIZER_CHANGED,
    NAMESPACE_CHANGED,
    DESTINATION_CHANGED,
    PROJECT_WIDENED,
    CRD_REMOVED,
    IMAGE_DOWNGRADED,
    IMMUTABLE_FIELD_CHANGED,
    NAMESPACE_REMOVED,
    DATA_REMOVED,
    FILE_PASSED_OVER;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
