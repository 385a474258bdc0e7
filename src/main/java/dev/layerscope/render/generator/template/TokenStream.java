package dev.layerscope.render.generator.template;

import dev.layerscope.render.generator.template.Token.Kind;
import java.util.List;

/** The tokens of a template, read one by one, with Go's words for those that are out of place. */
final class TokenStream {
  private final String text;
  private final List<Token> tokens;
  private int next;

  TokenStream(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** What follows a variable that is not taken yet. */
  record Ahead(Token next) {}

  Token peek() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }

  Token take() {
    Token token = peek();
    next++;
    return token;
  }

  void back() {
    next--;
  }

  Token peekPastBlanks() {
    while (peek().is(Kind.SPACE)) {
      next++;
    }
    return peek();
  }

  Token takePastBlanks() {
    peekPastBlanks();
    return take();
  }

  Ahead afterVariable() {
    int ahead = next + 1;
    while (ahead < tokens.size() - 1 && tokens.get(ahead).is(Kind.SPACE)) {
      ahead++;
    }
    return new Ahead(tokens.get(Math.min(ahead, tokens.size() - 1)));
  }

  /** Takes the end of an action. */
  void close(String context) throws TemplateException {
    Token token = takePastBlanks();
    if (!token.is(Kind.CLOSE)) {
      throw unexpected(token, context);
    }
  }

  TemplateException unexpected(Token token, String context) {
    String shown =
        switch (token.kind()) {
          case END -> "EOF";
          case WORD ->
              Operands.KEYWORDS.contains(token.text())
                  ? "<" + token.text() + ">"
                  : GoPrint.quote(token.text());
          default -> GoPrint.quote(token.text());
        };
    return wrong(token, "unexpected " + shown + " in " + context);
  }

  TemplateException badSyntax(Token token) {
    return token.is(Kind.NUMBER)
        ? wrong(token, "bad number syntax: " + GoPrint.quote(token.text()))
        : wrong(token, "invalid syntax");
  }

  TemplateException wrong(Token token, String message) {
    return TemplateException.refused(
        "template: "
            + TemplateParser.BASE
            + ":"
            + Lexer.Place.line(text, token.at())
            + ": "
            + message);
  }
}
