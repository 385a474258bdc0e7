package dev.layerscope.edit;

/** What came of an intention: a plan, or the reason why there is none. */
public sealed interface Proposal {
  /** It can be done. */
  record Agreed(Plan plan) implements Proposal {}

  /**
   * It cannot be done, or would do harm.
   *
   * @param reason one or two sentences with the names and places of this case
   * @param hint what to do instead; empty when there is nothing to say
   */
  record Refused(String reason, String hint) implements Proposal {
    /** Reason and hint in one text. */
    public String text() {
      return hint.isEmpty() ? reason : reason + " " + hint;
    }
  }
}
