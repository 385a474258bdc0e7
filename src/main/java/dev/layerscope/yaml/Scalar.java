package dev.layerscope.yaml;

/**
 * A single value, as text. What it means depends on who reads it: {@link ArgoScalars} for Argo CD.
 *
 * @param text the value without quotes and escapes
 * @param style how it was written
 * @param tag an explicit tag such as {@code !!str}, in full; empty when there is none
 */
public record Scalar(String text, Style style, String tag, Place place) implements Node {
  /** How a scalar is written. Everything but plain is text, whatever it looks like. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** A made scalar that means exactly this text. */
  public static Scalar of(String text) {
    var plain = new Scalar(text, Style.PLAIN, "", Place.NONE);
    boolean safe = ArgoScalars.read(plain) instanceof Value.Text;
    return safe ? plain : new Scalar(text, Style.DOUBLE_QUOTED, "", Place.NONE);
  }

  /** A made scalar written plain: a number, a boolean, null. */
  public static Scalar plain(String text) {
    return new Scalar(text, Style.PLAIN, "", Place.NONE);
  }

  public boolean isPlain() {
    return style == Style.PLAIN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scalar that
        && text.equals(that.text)
        && tag.equals(that.tag)
        && isPlain() == that.isPlain();
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + tag.hashCode() + (isPlain() ? 1 : 0);
  }
}
