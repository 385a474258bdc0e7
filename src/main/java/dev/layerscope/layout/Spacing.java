package dev.layerscope.layout;

/**
 * The measures of the picture, in pixels at 100 %.
 *
 * @param lowHeight of what is a mere note
 * @param pitch from one column to the next
 * @param gap between cards of different parents and between siblings
 * @param framePadding around the cards of a frame
 * @param frameHeading height of the line above them
 * @param companionGap between a card and its companion
 */
public record Spacing(
    double cardWidth,
    double cardHeight,
    double lowHeight,
    double pitch,
    double gap,
    double framePadding,
    double frameHeading,
    double companionGap) {
  /** As designed. */
  public static final Spacing STANDARD = new Spacing(216, 88, 40, 268, 16, 8, 24, 8);

  /** Many cards under one parent stand closer. */
  public Spacing crowded() {
    return new Spacing(
        cardWidth, cardHeight, lowHeight, pitch, 8, framePadding, frameHeading, companionGap);
  }
}
