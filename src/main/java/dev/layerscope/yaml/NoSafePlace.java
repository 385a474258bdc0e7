package dev.layerscope.yaml;

/** Carries a refusal out of the depths of splicing; it never leaves this package. */
final class NoSafePlace extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason goes on after the name of the file
   */
  NoSafePlace(String reason) {
    super(reason);
  }
}
