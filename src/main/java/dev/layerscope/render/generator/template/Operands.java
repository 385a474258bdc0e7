package dev.layerscope.render.generator.template;

import java.util.List;
import java.util.Set;

/** Where operands may stand in a pipeline. */
final class Operands {
  static final Set<String> KEYWORDS =
      Set.of(
          "if", "else", "end", "range", "with", "define", "block", "template", "break", "continue");

  private Operands() {}

  static boolean begins(Token token) {
    return switch (token.kind()) {
      case FIELD, DOT, VARIABLE, STRING, RAW_STRING, CHARACTER, NUMBER, LEFT_PAREN -> true;
      case WORD -> !KEYWORDS.contains(token.text());
      case TEXT, OPEN, CLOSE, SPACE, RIGHT_PAREN, PIPE, COMMA, DECLARE, ASSIGN, END -> false;
    };
  }

  static void check(
      List<Expression.Command> commands, String context, TokenStream tokens, Token first)
      throws TemplateException {
    if (commands.isEmpty()) {
      throw tokens.wrong(first, "missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      switch (commands.get(i).operands().getFirst()) {
        case Expression.Constant ignored -> throw notExecutable(tokens, first, i);
        case Expression.NilWord ignored -> throw notExecutable(tokens, first, i);
        case Expression.Dot ignored -> throw notExecutable(tokens, first, i);
        default -> {}
      }
    }
  }

  private static TemplateException notExecutable(TokenStream tokens, Token first, int command) {
    return tokens.wrong(first, "non executable command in pipeline stage " + (command + 1));
  }
}
