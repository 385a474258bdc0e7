package dev.layerscope.yaml;

/** What came of changing a text in one place. */
public sealed interface Spliced {
  /**
   * It was changed, and read again: it says what was wanted and nothing else changed.
   *
   * @param text the whole text after
   * @param change the only part that differs
   */
  record Done(String text, Change change) implements Spliced {}

  /**
   * There is no safe place.
   *
   * @param reason a phrase that goes on after the name of the file: {@code is a template}
   * @param paste what a person may write there by hand; empty when something was to be taken away
   */
  record Refused(String reason, String paste) implements Spliced {}

  /**
   * A stretch of a text and what stands there afterwards.
   *
   * @param from,to offsets in chars, the second exclusive
   */
  record Change(int from, int to, String with) {
    String in(String text) {
      return text.substring(0, from) + with + text.substring(to);
    }
  }
}
