package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads JSON as strictly as Go's {@code encoding/json} does: no comments, no trailing commas, any
 * white space between tokens. Used where Argo CD uses a JSON decoder (specification §3.6); YAML
 * readers are too lenient there, and too strict about tabs.
 */
public final class JsonReader {
  private static final int MAX_DEPTH = YamlReader.MAX_DEPTH;

  private final String text;
  private final List<Document.Notice> notices = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The first value of a text.
   *
   * @param more whether anything but white space follows it
   * @param end the line it ends on
   */
  public record Read(Document document, boolean more, int end) {}

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  /** The value of a text that a JSON library wrote. */
  public static Node value(String written) {
    return switch (read(written).document()) {
      case Document.Content content -> content.root();
      case Document.Empty ignored -> new Scalar("null", Scalar.Style.PLAIN, "", Place.NONE);
      case Document.Broken broken -> throw new IllegalArgumentException(broken.message());
    };
  }

  /** The first value of a text; never throws. */
  public static Read read(String text) {
    var reader = new JsonReader(text);
    try {
      reader.blanks();
      int start = reader.line;
      Node root = reader.value(0);
      int end = reader.line;
      reader.blanks();
      Document document =
          root.isNull()
              ? new Document.Empty(start)
              : new Document.Content(start, root, reader.notices);
      return new Read(document, reader.at < text.length(), end);
    } catch (Wrong e) {
      String reason = e.getMessage() == null ? "" : e.getMessage();
      return new Read(new Document.Broken(reader.line, reason), false, reader.line);
    }
  }

  private Node value(int depth) throws Wrong {
    if (depth > MAX_DEPTH) {
      throw new Wrong("exceeded max depth");
    }
    char c = peek("looking for beginning of value");
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> word(c);
    };
  }

  private Mapping object(int depth) throws Wrong {
    int startLine = line;
    int startColumn = column();
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    at++;
    blanks();
    if (peek("looking for beginning of object key string") != '}') {
      while (true) {
        if (peek("looking for beginning of object key string") != '"') {
          throw unexpected("looking for beginning of object key string");
        }
        Scalar key = string();
        expect(':', "after object key");
        blanks();
        Mapping.Entry earlier = entries.put(key.text(), new Mapping.Entry(key, value(depth + 1)));
        if (earlier != null) {
          notices.add(
              new Document.Notice.DuplicateKey(
                  key.text(), earlier.key().place().line(), key.place().line()));
        }
        blanks();
        if (peek("after object key:value pair") != ',') {
          break;
        }
        at++;
        blanks();
      }
    }
    expect('}', "after object key:value pair");
    return new Mapping(new ArrayList<>(entries.values()), true, place(startLine, startColumn));
  }

  private Sequence array(int depth) throws Wrong {
    int startLine = line;
    int startColumn = column();
    var items = new ArrayList<Node>();
    at++;
    blanks();
    if (peek("looking for beginning of value") != ']') {
      while (true) {
        items.add(value(depth + 1));
        blanks();
        if (peek("after array element") != ',') {
          break;
        }
        at++;
        blanks();
      }
    }
    expect(']', "after array element");
    return new Sequence(items, true, place(startLine, startColumn));
  }

  private Scalar string() throws Wrong {
    int startColumn = column();
    var out = new StringBuilder();
    at++;
    while (true) {
      char c = peek("in string literal");
      if (c < ' ') {
        throw unexpected("in string literal");
      }
      at++;
      if (c == '"') {
        return new Scalar(out.toString(), Scalar.Style.DOUBLE_QUOTED, "", place(line, startColumn));
      }
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() throws Wrong {
    char c = peek("in string escape code");
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw unexpected("in string escape code");
      }
    };
  }

  private char unicode() throws Wrong {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek("in \\u hexadecimal character escape"), 16);
      if (digit < 0) {
        throw unexpected("in \\u hexadecimal character escape");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private Scalar word(char first) throws Wrong {
    int start = at;
    int startColumn = column();
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    String word = text.substring(start, at);
    boolean legal =
        word.equals("true")
            || word.equals("false")
            || word.equals("null")
            || word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    if (!legal) {
      throw new Wrong("invalid character '" + first + "' looking for beginning of value");
    }
    return new Scalar(word, Scalar.Style.PLAIN, "", place(line, startColumn));
  }

  private void expect(char c, String where) throws Wrong {
    blanks();
    if (peek(where) != c) {
      throw unexpected(where);
    }
    at++;
  }

  private char peek(String where) throws Wrong {
    if (at >= text.length()) {
      throw new Wrong("unexpected EOF" + (where.isEmpty() ? "" : " " + where));
    }
    return text.charAt(at);
  }

  private Wrong unexpected(String where) {
    return new Wrong("invalid character '" + text.charAt(at) + "' " + where);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
      at++;
    }
  }

  private int column() {
    return at - lineStart + 1;
  }

  private Place place(int startLine, int startColumn) {
    return new Place(startLine, startColumn, line, column());
  }
}
