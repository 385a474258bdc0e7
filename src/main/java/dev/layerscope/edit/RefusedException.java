package dev.layerscope.edit;

/** Carries a refusal out of the depths of planning; it never leaves this package. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String hint;

  public RefusedException(String reason, String hint) {
    super(reason);
    this.hint = hint;
  }

  public Proposal.Refused refusal() {
    return new Proposal.Refused(String.valueOf(getMessage()), hint);
  }
}
