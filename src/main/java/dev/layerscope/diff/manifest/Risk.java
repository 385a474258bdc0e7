package dev.layerscope.diff.manifest;

import java.util.Locale;

/**
 * Something dangerous about a difference.
 *
 * @param words what happens, for a person
 */
public record Risk(Kind kind, String words) {
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
    DATA_REMOVED;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
