package dev.layerscope.finding;

/**
 * How bad a finding is. The suffix of a {@link FindingCode}'s name says it, so that a code never
 * lies about it.
 */
public enum Severity {
  /** Argo CD reports an error, or the thing does not work. */
  ERROR,
  /** It works today, or Argo CD says nothing, and it will hurt. */
  WARNING,
  /** Worth knowing. */
  INFO;

  /** The word used in JSON: {@code error}, {@code warning} or {@code info}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
