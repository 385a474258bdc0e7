package dev.layerscope.git;

/** What became of a target revision (specification §7.4). */
public sealed interface Resolution {
  /** It names a commit. */
  record Resolved(Revision revision) implements Resolution {}

  /**
   * It names a commit, but a branch and a tag share the name; Argo CD's choice between them is not
   * defined.
   */
  record Ambiguous(Revision branch, Revision tag) implements Resolution {}

  /**
   * It names none.
   *
   * @param reason a sentence in Argo CD's words
   */
  record Unresolved(String reason) implements Resolution {}
}
