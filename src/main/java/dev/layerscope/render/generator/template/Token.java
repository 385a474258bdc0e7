package dev.layerscope.render.generator.template;

/**
 * A piece of a template's text.
 *
 * @param text as written; of plain text what is left after trimming
 * @param at offset in the template
 */
record Token(Kind kind, String text, int at) {
  /** What the piece is. */
  enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    SPACE,
    WORD,
    FIELD,
    VARIABLE,
    DOT,
    STRING,
    RAW_STRING,
    CHARACTER,
    NUMBER,
    LEFT_PAREN,
    RIGHT_PAREN,
    PIPE,
    COMMA,
    DECLARE,
    ASSIGN,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
