package dev.layerscope.render.generator.template;

import dev.layerscope.render.generator.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a template's text apart as Go's lexer does: delimiters, trimming, comments, words. */
final class Lexer {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final String BLANKS = " \t\r\n";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) throws TemplateException {
    var lexer = new Lexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() throws TemplateException {
    boolean trimLeft = false;
    while (true) {
      int open = text.indexOf(OPEN, at);
      int end = open < 0 ? text.length() : open;
      boolean trimRight =
          open >= 0
              && text.startsWith("-", open + 2)
              && open + 3 < text.length()
              && BLANKS.indexOf(text.charAt(open + 3)) >= 0;
      plain(at, end, trimLeft, trimRight);
      if (open < 0) {
        add(Kind.END, "", text.length());
        return;
      }
      at = open + 2 + (trimRight ? 2 : 0);
      trimLeft = text.startsWith("/*", at) ? comment() : action(open);
    }
  }

  private void plain(int from, int to, boolean trimLeft, boolean trimRight) {
    int start = from;
    int end = to;
    while (trimLeft && start < end && BLANKS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (trimRight && end > start && BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (start < end) {
      add(Kind.TEXT, text.substring(start, end), start);
    }
  }

  /** Whether the text after the comment is trimmed. */
  private boolean comment() throws TemplateException {
    int end = text.indexOf("*/", at);
    if (end < 0) {
      throw wrong(at, "unclosed comment");
    }
    at = end + 2;
    boolean trim = closesTrimming();
    at += trim ? 2 : 0;
    if (!text.startsWith(CLOSE, at)) {
      throw wrong(at, "comment ends before closing delimiter");
    }
    at += 2;
    return trim;
  }

  private boolean closesTrimming() {
    return at < text.length()
        && BLANKS.indexOf(text.charAt(at)) >= 0
        && text.startsWith("-" + CLOSE, at + 1);
  }

  /** Whether the text after the action is trimmed. */
  private boolean action(int open) throws TemplateException {
    add(Kind.OPEN, OPEN, open);
    depth = 0;
    while (true) {
      boolean trim = closesTrimming();
      if (trim || text.startsWith(CLOSE, at)) {
        if (depth > 0) {
          throw wrong(at, "unclosed left paren");
        }
        at += trim ? 2 : 0;
        add(Kind.CLOSE, CLOSE, at);
        at += 2;
        return trim;
      }
      if (at >= text.length()) {
        throw wrong(at, "unclosed action");
      }
      inside();
    }
  }

  private void inside() throws TemplateException {
    int start = at;
    char c = text.charAt(at);
    if (BLANKS.indexOf(c) >= 0) {
      while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0 && !closesTrimming()) {
        at++;
      }
      add(Kind.SPACE, " ", start);
    } else if (c == '"') {
      quoted('"', "unterminated quoted string", Kind.STRING);
    } else if (c == '\'') {
      quoted('\'', "unterminated character constant", Kind.CHARACTER);
    } else if (c == '`') {
      int end = text.indexOf('`', at + 1);
      if (end < 0) {
        throw wrong(at, "unterminated raw quoted string");
      }
      at = end + 1;
      add(Kind.RAW_STRING, text.substring(start + 1, end), start);
    } else if (text.startsWith(":=", at)) {
      single(Kind.DECLARE, 2);
    } else if (c == '=') {
      single(Kind.ASSIGN, 1);
    } else if (c == '|') {
      single(Kind.PIPE, 1);
    } else if (c == ',') {
      single(Kind.COMMA, 1);
    } else if (c == '(') {
      depth++;
      single(Kind.LEFT_PAREN, 1);
    } else if (c == ')') {
      depth--;
      if (depth < 0) {
        throw wrong(at, "unexpected right paren");
      }
      single(Kind.RIGHT_PAREN, 1);
    } else if (c == '$') {
      named(Kind.VARIABLE);
    } else if (c == '.' && (at + 1 >= text.length() || !Character.isDigit(text.charAt(at + 1)))) {
      named(Kind.FIELD);
    } else if (c == '+' || c == '-' || c == '.' || Character.isDigit(c)) {
      number();
    } else if (isWordPart(c)) {
      word(start);
      add(Kind.WORD, text.substring(start, at), start);
    } else {
      throw wrong(at, "unexpected %s in action".formatted(described(c)));
    }
  }

  private void quoted(char quote, String message, Kind kind) throws TemplateException {
    int start = at;
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length() || text.charAt(at) != quote) {
      throw wrong(start, message);
    }
    at++;
    add(kind, text.substring(start, at), start);
  }

  private void single(Kind kind, int length) {
    add(kind, text.substring(at, at + length), at);
    at += length;
  }

  private void named(Kind kind) throws TemplateException {
    int start = at;
    at++;
    word(start);
    String name = text.substring(start, at);
    add(kind == Kind.FIELD && name.equals(".") ? Kind.DOT : kind, name, start);
  }

  private void word(int start) throws TemplateException {
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && !endsAWord(text.charAt(at))) {
      throw wrong(start, "bad character " + described(text.charAt(at)));
    }
  }

  private boolean endsAWord(char c) {
    return BLANKS.indexOf(c) >= 0 || ".,|:)(".indexOf(c) >= 0 || text.startsWith(CLOSE, at);
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void number() throws TemplateException {
    int start = at;
    at++;
    while (at < text.length()
        && (isWordPart(text.charAt(at))
            || text.charAt(at) == '.'
            || "+-".indexOf(text.charAt(at)) >= 0 && "eE".indexOf(text.charAt(at - 1)) >= 0)) {
      at++;
    }
    add(Kind.NUMBER, text.substring(start, at), start);
  }

  private void add(Kind kind, String piece, int offset) {
    tokens.add(new Token(kind, piece, offset));
  }

  private static String described(char c) {
    return "U+%04X".formatted((int) c) + (c > ' ' && c != 0x7f ? " '" + c + "'" : "");
  }

  private TemplateException wrong(int offset, String message) {
    return TemplateException.refused("template: base:" + Place.line(text, offset) + ": " + message);
  }

  /** Lines and columns of a template's text. */
  static final class Place {
    private Place() {}

    static int line(String text, int offset) {
      return 1
          + (int)
              text.substring(0, Math.min(offset, text.length()))
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
    }

    /** Counted in bytes from the last line break, as Go does. */
    static int column(String text, int offset) {
      String before = text.substring(0, Math.min(offset, text.length()));
      return before
          .substring(before.lastIndexOf('\n') + 1)
          .getBytes(java.nio.charset.StandardCharsets.UTF_8)
          .length;
    }
  }
}
