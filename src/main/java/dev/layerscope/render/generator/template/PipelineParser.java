package dev.layerscope.render.generator.template;

import dev.layerscope.render.generator.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands inside the actions of a template: pipelines, commands and their operands. */
final class PipelineParser {
  private static final int MAX_DEPTH = 100;

  private final TokenStream tokens;

  /** Those that can be seen, innermost last. */
  private final List<String> variables = new ArrayList<>(List.of("$"));

  private int depth;

  PipelineParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** How many variables can be seen: where a scope begins. */
  int scope() {
    return variables.size();
  }

  /** Forgets the variables of a scope. */
  void leave(int scope) {
    variables.subList(scope, variables.size()).clear();
  }

  /** Forgets all variables but the root, for a template of its own. */
  List<String> outside() {
    List<String> outside = List.copyOf(variables);
    leave(0);
    variables.add("$");
    return outside;
  }

  /** Sees these again. */
  void restore(List<String> outside) {
    leave(0);
    variables.addAll(outside);
  }

  /**
   * A pipeline.
   *
   * @param context what it stands in, in Go's words
   * @param end what it ends at, which is taken
   */
  Expression.Pipe pipe(String context, Kind end) throws TemplateException {
    if (++depth > MAX_DEPTH) {
      throw TemplateException.unknown("a template nested deeper than " + MAX_DEPTH);
    }
    Token first = tokens.peekPastBlanks();
    var declared = new ArrayList<String>();
    boolean declares = declarations(context, declared);
    var commands = new ArrayList<Expression.Command>();
    while (true) {
      Token token = tokens.peekPastBlanks();
      if (token.is(end)) {
        tokens.takePastBlanks();
        break;
      }
      if (!Operands.begins(token)) {
        throw tokens.unexpected(token, context);
      }
      commands.add(command(context));
    }
    Operands.check(commands, context, tokens, first);
    if (declares) {
      variables.addAll(declared);
    }
    depth--;
    return new Expression.Pipe(first.at(), declares, declared, commands);
  }

  /** Whether variables before the pipeline are declared; they are collected in any case. */
  private boolean declarations(String context, List<String> declared) throws TemplateException {
    while (tokens.peekPastBlanks().is(Kind.VARIABLE)) {
      TokenStream.Ahead ahead = tokens.afterVariable();
      if (ahead.next().is(Kind.DECLARE) || ahead.next().is(Kind.ASSIGN)) {
        declared.add(tokens.takePastBlanks().text());
        boolean declares = tokens.takePastBlanks().is(Kind.DECLARE);
        if (!declares) {
          for (String name : declared) {
            known(name, ahead.next());
          }
        }
        return declares;
      }
      if (!ahead.next().is(Kind.COMMA)) {
        return false;
      }
      if (!context.equals("range") || !declared.isEmpty()) {
        throw tokens.wrong(ahead.next(), "too many declarations in " + context);
      }
      declared.add(tokens.takePastBlanks().text());
      tokens.takePastBlanks();
    }
    return false;
  }

  private void known(String variable, Token at) throws TemplateException {
    if (!variables.contains(variable)) {
      throw tokens.wrong(at, "undefined variable \"" + variable + "\"");
    }
  }

  private Expression.Command command(String context) throws TemplateException {
    Token first = tokens.peekPastBlanks();
    var operands = new ArrayList<Expression>();
    while (true) {
      Token start = tokens.peekPastBlanks();
      if (Operands.begins(start)) {
        operands.add(operand());
      }
      Token next = tokens.take();
      switch (next.kind()) {
        case SPACE -> {
          continue;
        }
        case CLOSE, RIGHT_PAREN -> tokens.back();
        case PIPE -> {
          if (!Operands.begins(tokens.peekPastBlanks())) {
            throw tokens.wrong(next, "missing value for " + context);
          }
        }
        default -> throw tokens.unexpected(next, "operand");
      }
      break;
    }
    if (operands.isEmpty()) {
      throw tokens.wrong(first, "empty command");
    }
    return new Expression.Command(first.at(), operands);
  }

  private Expression operand() throws TemplateException {
    Token token = tokens.takePastBlanks();
    Expression term = term(token);
    int at = tokens.peek().at();
    var names = new ArrayList<String>();
    while (tokens.peek().is(Kind.FIELD)) {
      names.add(tokens.take().text().substring(1));
    }
    if (names.isEmpty()) {
      return term;
    }
    return switch (term) {
      case Expression.Field field -> new Expression.Field(at, joined(field.names(), names));
      case Expression.Variable variable ->
          new Expression.Variable(at, variable.name(), joined(variable.names(), names));
      case Expression.Constant constant ->
          throw tokens.wrong(token, "unexpected . after term " + GoPrint.quote(constant.source()));
      case Expression.NilWord nil ->
          throw tokens.wrong(token, "unexpected . after term " + GoPrint.quote(nil.source()));
      default -> new Expression.Chain(at, term, names);
    };
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private Expression term(Token token) throws TemplateException {
    return switch (token.kind()) {
      case FIELD -> new Expression.Field(token.at(), List.of(token.text().substring(1)));
      case DOT -> new Expression.Dot(token.at());
      case VARIABLE -> {
        known(token.text(), token);
        yield new Expression.Variable(token.at(), token.text(), List.of());
      }
      case LEFT_PAREN -> pipe("parenthesized pipeline", Kind.RIGHT_PAREN);
      case RAW_STRING ->
          new Expression.Constant(token.at(), "`" + token.text() + "`", GoValue.text(token.text()));
      case WORD -> word(token);
      default ->
          new Expression.Constant(
              token.at(),
              token.text(),
              Constants.read(token).orElseThrow(() -> tokens.badSyntax(token)));
    };
  }

  private Expression word(Token token) throws TemplateException {
    return switch (token.text()) {
      case "true", "false" ->
          new Expression.Constant(
              token.at(), token.text(), GoValue.bool(token.text().equals("true")));
      case "nil" -> new Expression.NilWord(token.at());
      default -> {
        if (!Functions.isKnown(token.text())) {
          if (Functions.isArgoCds(token.text())) {
            throw TemplateException.unknown(
                "the template function “" + token.text() + "” is not evaluated");
          }
          throw tokens.wrong(token, "function \"" + token.text() + "\" not defined");
        }
        yield new Expression.Name(token.at(), token.text());
      }
    };
  }
}
