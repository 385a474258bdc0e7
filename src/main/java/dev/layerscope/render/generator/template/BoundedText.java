package dev.layerscope.render.generator.template;

/**
 * A text that can be looked at only so often: a pattern that would try for ever ends. Go's patterns
 * need time in proportion to the text, so none of them comes near the bound.
 */
final class BoundedText implements CharSequence {
  private static final int LOOKS_PER_CHARACTER = 2_000;

  private final CharSequence text;
  private long left;

  /** The pattern looked too often. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  BoundedText(CharSequence text) {
    this.text = text;
    this.left = (text.length() + 100L) * LOOKS_PER_CHARACTER;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
