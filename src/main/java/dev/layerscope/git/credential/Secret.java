package dev.layerscope.git.credential;

/** A password, token or passphrase: it can be used, and is never printed. */
public final class Secret {
  private final char[] letters;

  public Secret(String text) {
    this.letters = text.toCharArray();
  }

  /** What it is; for the one who sends it, and nobody else. */
  char[] letters() {
    return letters.clone();
  }

  public boolean isEmpty() {
    return letters.length == 0;
  }

  @Override
  public String toString() {
    return "(not shown)";
  }
}
