package dev.layerscope.render.kustomize.print;

/**
 * In which forms a text can be written so that it reads back equal, as libyaml decides it.
 *
 * @param plain without quotes
 * @param single in single quotes
 * @param literal as a block behind a bar
 */
record Looks(boolean plain, boolean single, boolean literal) {
  private static final String FIRST = "#,[]{}&*!|>'\"%@`";

  static Looks of(String text) {
    int last = text.length() - 1;
    boolean edges = blankOrBreak(text, 0) || blankOrBreak(text, last);
    boolean breaks = text.contains("\n");
    boolean blankBehindBreak = text.contains("\n ");
    boolean broken = text.contains(" \n") || !text.codePoints().allMatch(Looks::printable);
    return new Looks(
        !edges && !breaks && !broken && !indicates(text),
        !blankBehindBreak && !broken,
        !broken && text.charAt(last) != ' ');
  }

  private static boolean blankOrBreak(String text, int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\n';
  }

  /** Whether something in the text would mean structure in a block. */
  private static boolean indicates(String text) {
    char first = text.charAt(0);
    boolean begins =
        text.startsWith("---")
            || text.startsWith("...")
            || FIRST.indexOf(first) >= 0
            || (first == '?' || first == '-' || first == ':') && blankz(text, 1);
    for (int i = 1; !begins && i < text.length(); i++) {
      char c = text.charAt(i);
      begins = c == ':' && blankz(text, i + 1) || c == '#' && blankz(text, i - 1);
    }
    return begins;
  }

  private static boolean blankz(String text, int at) {
    return at >= text.length() || " \t\n\r".indexOf(text.charAt(at)) >= 0;
  }

  /** What may stand unescaped; neither tabs nor anything beyond the first 65,536 characters. */
  static boolean printable(int c) {
    return c == '\n'
        || c >= 0x20 && c <= 0x7e
        || c >= 0xa0 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd && c != 0xfeff;
  }
}
