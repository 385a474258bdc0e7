package dev.layerscope.yaml;

/**
 * A text as lines: where a place's line begins and ends, and how far it is indented. Lines end at
 * LF; a CR before it belongs to the end.
 */
final class Layout {
  private final String text;

  Layout(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Where the line of an offset begins. */
  int lineStart(int offset) {
    return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line of an offset ends, in front of its line break. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Where the line after begins; the text's length when there is none. */
  int nextLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /** Code points in front of an offset on its line. */
  int column(int offset) {
    return text.codePointCount(lineStart(offset), offset);
  }

  /** What stands on its line in front of an offset. */
  String before(int offset) {
    return text.substring(lineStart(offset), offset);
  }

  /** What stands on its line behind an offset, without the line break. */
  String after(int offset) {
    return text.substring(offset, lineEnd(offset));
  }

  /** Whether nothing or only a comment follows on the line. */
  boolean endsHere(int offset) {
    String rest = after(offset);
    String stripped = rest.strip();
    return stripped.isEmpty()
        || stripped.startsWith("#") && (rest.startsWith(" ") || rest.startsWith("\t"));
  }

  /** The line break of the text: that of its first line, LF where there is none. */
  String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Lines put behind the line of an offset; a text without a last line break stays without one. */
  Spliced.Change linesAfter(int offset, String lines) {
    String written = lines.stripTrailing().replace("\n", lineBreak());
    int next = nextLine(offset);
    boolean open = next == text.length() && !text.endsWith("\n");
    return open
        ? new Spliced.Change(next, next, lineBreak() + written)
        : new Spliced.Change(next, next, written + lineBreak());
  }

  /** Lines put in front of the line of an offset. */
  Spliced.Change linesBefore(int offset, String lines) {
    int start = lineStart(offset);
    String written = lines.stripTrailing().replace("\n", lineBreak());
    return new Spliced.Change(start, start, written + lineBreak());
  }

  /** The whole lines from one offset's to another's taken out. */
  Spliced.Change withoutLines(int first, int last) {
    int from = lineStart(first);
    int to = nextLine(last);
    boolean open = to == text.length() && !text.endsWith("\n");
    if (open && from > 0) {
      boolean carriage = from > 1 && text.charAt(from - 2) == '\r';
      return new Spliced.Change(carriage ? from - 2 : from - 1, to, "");
    }
    return new Spliced.Change(from, to, "");
  }
}
