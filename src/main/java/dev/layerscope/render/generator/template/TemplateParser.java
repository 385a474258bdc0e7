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
  private final PipelineParser pipelines;
  private int depth;
  private int ranges;

  private TemplateParser(TokenStream tokens) {
    this.tokens = tokens;
    this.pipelines = new PipelineParser(tokens);
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
        Expression.Pipe pipe = pipelines.pipe("command", Kind.CLOSE);
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
    int scope = pipelines.scope();
    Expression.Pipe pipe = pipelines.pipe(context, Kind.CLOSE);
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
    pipelines.leave(scope);
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
      pipe = Optional.of(pipelines.pipe("template clause", Kind.CLOSE));
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
    Expression.Pipe pipe = pipelines.pipe("block clause", Kind.CLOSE);
    templates.put(name, body());
    return new Step.Call(token.at(), name, Optional.of(pipe));
  }

  /** The steps of a template of its own: no variable from outside is seen in it. */
  private List<Step> body() throws TemplateException {
    List<String> outside = pipelines.outside();
    int around = ranges;
    ranges = 0;
    Block block = block(Set.of("end"));
    tokens.close("end");
    pipelines.restore(outside);
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
}
