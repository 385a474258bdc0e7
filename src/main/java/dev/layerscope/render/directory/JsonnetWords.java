package dev.layerscope.render.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the words of Jsonnet from what stands in its texts and comments. */
final class JsonnetWords {
  private static final int BLOCK = 3;
  private static final Pattern INDENTATION = Pattern.compile("[ \t]*");

  private final String text;
  private final List<Import> imports = new ArrayList<>();
  private int at;

  /**
   * A file that is imported.
   *
   * @param code whether it is Jsonnet itself; else its bytes are taken
   */
  record Import(String path, boolean code) {}

  private JsonnetWords(String text) {
    this.text = text;
  }

  /** What a file imports, in order. What cannot be read as Jsonnet imports what is seen so far. */
  static List<Import> imports(String text) {
    var words = new JsonnetWords(text);
    words.read();
    return List.copyOf(words.imports);
  }

  private void read() {
    String pending = "";
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#' || text.startsWith("//", at)) {
        at = after("\n", at);
      } else if (text.startsWith("/*", at)) {
        at = after("*/", at + 2);
      } else if (text.startsWith("|||", at)) {
        block();
        pending = "";
      } else if (isQuote(at) || c == '@' && isQuote(at + 1)) {
        imported(pending, c == '@' ? verbatim() : quoted());
        pending = "";
      } else if (Character.isJavaIdentifierPart(c)) {
        pending = word();
      } else {
        pending = Character.isWhitespace(c) ? pending : "";
        at++;
      }
    }
  }

  private void imported(String keyword, String path) {
    switch (keyword) {
      case "import" -> imports.add(new Import(path, true));
      case "importstr", "importbin" -> imports.add(new Import(path, false));
      default -> {}
    }
  }

  private boolean isQuote(int index) {
    return index < text.length() && (text.charAt(index) == '"' || text.charAt(index) == '\'');
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private String word() {
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /** Paths have no escapes but of quotes; what an escape stands for is taken as it is. */
  private String quoted() {
    char quote = text.charAt(at++);
    var read = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      if (at < text.length()) {
        read.append(text.charAt(at++));
      }
    }
    at++;
    return read.toString();
  }

  private String verbatim() {
    char quote = text.charAt(at + 1);
    at += 2;
    var read = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != quote) {
        read.append(c);
      } else if (at < text.length() && text.charAt(at) == quote) {
        at++;
        read.append(quote);
      } else {
        break;
      }
    }
    return read.toString();
  }

  /** A text of many lines goes on for as long as they are indented as its first one. */
  private void block() {
    at = after("\n", at + BLOCK);
    String margin = "";
    while (at < text.length()) {
      String line = text.substring(at, Math.min(text.length(), after("\n", at)));
      if (!line.isBlank()) {
        margin = margin.isEmpty() ? indentation(line) : margin;
        if (margin.isEmpty() || !line.startsWith(margin)) {
          at = after("|||", at);
          return;
        }
      }
      at += line.length();
    }
  }

  private static String indentation(String line) {
    Matcher blanks = INDENTATION.matcher(line);
    return blanks.lookingAt() ? blanks.group() : "";
  }
}
