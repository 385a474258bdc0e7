package dev.layerscope.edit.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into lines that keep their line ends, so that lines can be put between them and every
 * other byte stays. Lines are counted from 1 and end where YAML says they do for the files we write
 * to: at LF, CRLF or CR.
 */
public final class TextLines {
  private final List<String> lines = new ArrayList<>();

  public TextLines(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
      if (end) {
        lines.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
  }

  int count() {
    return lines.size();
  }

  /** A line without its end. */
  String line(int number) {
    return lines.get(number - 1).replaceFirst("[\r\n]+$", "");
  }

  /** Some lines with their ends, the last of them by its number; nothing when there are none. */
  public List<String> between(int first, int last) {
    return List.copyOf(lines.subList(first - 1, Math.max(first - 1, last)));
  }

  /** A text of such lines; whatever follows another line begins a line of its own. */
  public static String join(List<String> parts, String lineEnd) {
    var out = new StringBuilder();
    for (String part : parts) {
      boolean open = !out.isEmpty() && out.charAt(out.length() - 1) != '\n';
      out.append(open ? lineEnd : "").append(part);
    }
    return out.toString();
  }

  /** The line end of the file: that of its first line, LF where there is none. */
  public String lineEnd() {
    String first = lines.isEmpty() ? "" : lines.getFirst();
    return first.endsWith("\r\n") ? "\r\n" : first.endsWith("\r") ? "\r" : "\n";
  }

  /** Replaces a line, keeping its end. */
  void replace(int number, String content) {
    String old = lines.get(number - 1);
    lines.set(number - 1, content + old.substring(line(number).length()));
  }

  /**
   * Puts a line after another; 0 means in front of the first. A file without a final line end gets
   * the new line without one, too.
   */
  public void insertAfter(int number, String content) {
    boolean openEnd = number == lines.size() && number > 0 && !endsLine(lines.getLast());
    if (openEnd) {
      lines.set(number - 1, lines.getLast() + lineEnd());
      lines.add(content);
    } else {
      lines.add(number, content + lineEnd());
    }
  }

  private static boolean endsLine(String line) {
    return line.endsWith("\n") || line.endsWith("\r");
  }

  @Override
  public String toString() {
    return String.join("", lines);
  }
}
