package dev.layerscope.render.generator.template;

import dev.layerscope.render.generator.template.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a template's text into steps, with Go's grammar and Go's words for what is wrong. */
final class TemplateParser {
  /** The name Argo CD gives every template. */
  static final String BASE = "base";

  private static final int MAX_DEPTH = 100;

  private final TokenStream tokens;
  private final Map<String, List<Step>> templates = new HashMap<>();
  private final List<String> variables = new ArrayList<>(List.of("$"));
  private int depth;
  private int ranges;

  private TemplateParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** The steps of each template by name; the text itself is called {@link #BASE}. */
  static Map<String, List<Step>> parse(String text) throws TemplateException {
    var parser = new TemplateParser(new TokenStream(text, Lexer.tokens(text)));
    Block whole = parser.block(Set.of());
    parser.templates.put(BASE, whole.steps());
    return parser.templates;
  }

  /** Steps and the word they ended at: {@code end}, {@code else}, or nothing at the very end. */
  private record Block(List<Step> steps, String end) {}

  private Block block(Set<String> ends) throws TemplateException {
    if (++depth > MAX_DEPTH) {
      throw TemplateException.unknown("a template nested deeper than " + MAX_DEPTH);
    }
    var steps = new ArrayList<Step>();
    while (true) {
      Token token = tokens.take();
      if (token.is(Kind.END)) {
        if (!ends.isEmpty()) {
          throw tokens.wrong(token, "unexpected EOF");
        }
        depth--;
        return new Block(steps, "");
      }
      if (token.is(Kind.TEXT)) {
        steps.add(new Step.Plain(token.text()));
        continue;
      }
      Token word = tokens.peekPastBlanks();
      if (word.isWord("end") || word.isWord("else")) {
        if (!ends.contains(word.text())) {
          throw tokens.wrong(word, "unexpected {{" + word.text() + "}}");
        }
        tokens.takePastBlanks();
        depth--;
        return new Block(steps, word.text());
      }
      action(steps);
    }
  }

  private void action(List<Step> steps) throws TemplateException {
    Token word = tokens.peekPastBlanks();
    switch (word.kind() == Kind.WORD ? word.text() : "") {
      case "if" -> steps.add(control("if"));
      case "with" -> steps.add(control("with"));
      case "range" -> steps.add(control("range"));
      case "template" -> steps.add(call());
      case "define" -> define();
      case "block" -> steps.add(named());
      case "break", "continue" -> steps.add(leave(word));
      default -> {
        Expression.Pipe pipe = pipe("command", Kind.CLOSE);
        steps.add(new Step.Show(pipe));
      }
    }
  }

  private Step leave(Token word) throws TemplateException {
    tokens.takePastBlanks();
    tokens.close(word.text());
    if (ranges == 0) {
      throw tokens.wrong(word, "{{" + word.text() + "}} outside {{range}}");
    }
    return word.text().equals("break") ? new Step.Break() : new Step.Continue();
  }

  /** The word is still to be taken. */
  private Step control(String context) throws TemplateException {
    tokens.takePastBlanks();
    int scope = variables.size();
    Expression.Pipe pipe = pipe(context, Kind.CLOSE);
    ranges += context.equals("range") ? 1 : 0;
    Block then = block(Set.of("end", "else"));
    ranges -= context.equals("range") ? 1 : 0;
    List<Step> otherwise = List.of();
    if (then.end().equals("else")) {
      Token next = tokens.peekPastBlanks();
      if (next.isWord(context) && !context.equals("range")) {
        // "else if" is an if of its own inside the else, and shares the end.
        otherwise = List.of(control(context));
      } else {
        tokens.close("else");
        Block rest = block(Set.of("end", "else"));
        if (rest.end().equals("else")) {
          throw tokens.wrong(next, "expected end; found {{else}}");
        }
        otherwise = rest.steps();
        tokens.close("end");
      }
    } else {
      tokens.close("end");
    }
    variables.subList(scope, variables.size()).clear();
    return switch (context) {
      case "if" -> new Step.If(pipe, then.steps(), otherwise);
      case "with" -> new Step.With(pipe, then.steps(), otherwise);
      default -> new Step.Range(pipe, then.steps(), otherwise);
    };
  }

  private Step call() throws TemplateException {
    tokens.takePastBlanks();
    Token name = tokens.takePastBlanks();
    String text = templateName(name, "template clause");
    Optional<Expression.Pipe> pipe = Optional.empty();
    if (tokens.peekPastBlanks().is(Kind.CLOSE)) {
      tokens.takePastBlanks();
    } else {
      pipe = Optional.of(pipe("template clause", Kind.CLOSE));
    }
    return new Step.Call(name.at(), text, pipe);
  }

  private void define() throws TemplateException {
    Token word = tokens.takePastBlanks();
    if (depth > 1) {
      throw tokens.wrong(word, "unexpected {{define}}");
    }
    String name = templateName(tokens.takePastBlanks(), "define clause");
    tokens.close("define clause");
    templates.put(name, body());
  }

  private Step named() throws TemplateException {
    tokens.takePastBlanks();
    Token token = tokens.takePastBlanks();
    String name = templateName(token, "block clause");
    Expression.Pipe pipe = pipe("block clause", Kind.CLOSE);
    templates.put(name, body());
    return new Step.Call(token.at(), name, Optional.of(pipe));
  }

  /** The steps of a template of its own: no variable from outside is seen in it. */
  private List<Step> body() throws TemplateException {
    List<String> outside = List.copyOf(variables);
    int around = ranges;
    variables.clear();
    variables.add("$");
    ranges = 0;
    Block block = block(Set.of("end"));
    tokens.close("end");
    variables.clear();
    variables.addAll(outside);
    ranges = around;
    return block.steps();
  }

  private String templateName(Token token, String context) throws TemplateException {
    return switch (token.kind()) {
      case STRING -> Constants.unquote(token.text()).orElseThrow(() -> tokens.badSyntax(token));
      case RAW_STRING -> token.text();
      default -> throw tokens.unexpected(token, context);
    };
  }

  private Expression.Pipe pipe(String context, Kind end) throws TemplateException {
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
