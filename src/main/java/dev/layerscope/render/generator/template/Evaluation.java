package dev.layerscope.render.generator.template;

import dev.layerscope.render.generator.template.Execution.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values of expressions, with Go's rules for fields, keys that are missing, and calls. */
final class Evaluation {
  /** Go shuffles the keys of its maps. */
  private static final Set<String> UNORDERED = Set.of("keys", "values");

  private static final Set<String> ANY_ORDER = Set.of("sortAlpha", "len", "has", "empty");

  private final String text;
  private final GoTemplate.MissingKey missingKey;
  private final Budget budget;
  private Variables variables = new Variables();
  private String template = TemplateParser.BASE;
  private int orderless;

  Evaluation(String text, GoTemplate.MissingKey missingKey, Budget budget) {
    this.text = text;
    this.missingKey = missingKey;
    this.budget = budget;
  }

  Variables variables() {
    return variables;
  }

  /** Begins a template with variables of its own; returns those of the caller. */
  Variables enter(String name, GoValue dot) {
    Variables outside = variables;
    outside.declare("\0", GoValue.text(template));
    template = name;
    variables = new Variables();
    variables.declare("$", dot);
    return outside;
  }

  void leave(Variables outside) {
    variables = outside;
    template = outside.get("\0").map(GoPrint::plain).orElse(TemplateParser.BASE);
    outside.backTo(outside.mark() - 1);
  }

  /** The value of a pipeline; its variables are filled. */
  GoValue pipe(Expression.Pipe pipe, GoValue dot) throws TemplateException {
    GoValue value = commands(pipe, dot);
    for (String name : pipe.variables()) {
      if (pipe.declares()) {
        variables.declare(name, value);
      } else {
        variables.assign(name, value);
      }
    }
    return value;
  }

  /** The value of a loop's pipeline; its variables are filled round by round. */
  GoValue pipeOfRange(Expression.Pipe pipe, GoValue dot) throws TemplateException {
    return commands(pipe, dot);
  }

  private GoValue commands(Expression.Pipe pipe, GoValue dot) throws TemplateException {
    Optional<GoValue> last = Optional.empty();
    for (int i = 0; i < pipe.commands().size(); i++) {
      Expression.Command command = pipe.commands().get(i);
      budget.step();
      last = Optional.of(command(command, dot, last));
      if (isUnordered(command, last.get())
          && orderless == 0
          && (i + 1 == pipe.commands().size() || !calls(pipe.commands().get(i + 1), ANY_ORDER))) {
        throw TemplateException.unknown(
            "the order of " + command.source() + ", which changes from run to run,");
      }
    }
    return last.orElse(GoValue.absent());
  }

  private static boolean isUnordered(Expression.Command command, GoValue value) {
    return calls(command, UNORDERED)
        && value instanceof GoValue.Items list
        && list.items().size() > 1;
  }

  private static boolean calls(Expression.Command command, Set<String> names) {
    return command.operands().getFirst() instanceof Expression.Name name
        && names.contains(name.name());
  }

  private GoValue command(Expression.Command command, GoValue dot, Optional<GoValue> last)
      throws TemplateException {
    Expression first = command.operands().getFirst();
    boolean operands = command.operands().size() > 1 || last.isPresent();
    return switch (first) {
      case Expression.Name name -> call(name, command, dot, last);
      case Expression.Field field -> {
        if (operands) {
          throw wrong(
              field.at(),
              field.source(),
              field.names().getLast() + " is not a method but has arguments");
        }
        yield value(field, dot);
      }
      case Expression.NilWord nil -> throw wrong(nil.at(), nil.source(), "nil is not a command");
      default -> {
        if (operands) {
          throw wrong(
              first.at(), first.source(), "can't give argument to non-function " + first.source());
        }
        yield value(first, dot);
      }
    };
  }

  /** The value of a single operand. */
  private GoValue value(Expression expression, GoValue dot) throws TemplateException {
    return switch (expression) {
      case Expression.Pipe pipe -> pipe(pipe, dot);
      case Expression.Command command -> command(command, dot, Optional.empty());
      case Expression.Name name -> call(name, alone(name), dot, Optional.empty());
      case Expression.Field field -> fields(dot, field.names(), field);
      case Expression.Variable variable ->
          fields(
              variables.get(variable.name()).orElse(GoValue.absent()), variable.names(), variable);
      case Expression.Chain chain -> {
        if (chain.start() instanceof Expression.NilWord) {
          throw wrong(
              chain.at(), chain.source(), "indirection through explicit nil in " + chain.source());
        }
        yield fields(value(chain.start(), dot), chain.names(), chain);
      }
      case Expression.Dot ignored -> dot;
      case Expression.NilWord ignored -> GoValue.nil();
      case Expression.Constant constant -> constant.value();
    };
  }

  private static Expression.Command alone(Expression.Name name) {
    return new Expression.Command(name.at(), List.of(name));
  }

  private GoValue fields(GoValue start, List<String> names, Expression at)
      throws TemplateException {
    GoValue value = start;
    for (String name : names) {
      value = field(value, name, at);
    }
    return value;
  }

  private GoValue field(GoValue receiver, String name, Expression at) throws TemplateException {
    return switch (receiver) {
      case GoValue.Absent ignored -> {
        if (missingKey == GoTemplate.MissingKey.ERROR) {
          throw wrong(at, "nil data; no entry for key " + GoPrint.quote(name));
        }
        yield GoValue.absent();
      }
      case GoValue.Nil ignored -> throw wrong(at, "nil pointer evaluating interface {}." + name);
      case GoValue.Fields map -> {
        Optional<GoValue> found = map.get(name);
        yield found.isPresent() ? found.get() : missing(map, name, at);
      }
      default -> throw wrong(at, "can't evaluate field " + name + " in type interface {}");
    };
  }

  private GoValue missing(GoValue.Fields map, String name, Expression at) throws TemplateException {
    return switch (missingKey) {
      case DEFAULT -> GoValue.absent();
      case ZERO -> map.textOnly() ? GoValue.text("") : GoValue.nil();
      case ERROR -> throw wrong(at, "map has no entry for key " + GoPrint.quote(name));
    };
  }

  private GoValue call(
      Expression.Name name, Expression.Command command, GoValue dot, Optional<GoValue> last)
      throws TemplateException {
    Functions.Function function =
        Functions.named(name.name())
            .orElseThrow(
                () -> TemplateException.unknown("the template function “" + name.name() + "”"));
    List<Expression> operands = command.operands().subList(1, command.operands().size());
    int count = operands.size() + (last.isPresent() ? 1 : 0);
    if (!function.takes(count)) {
      throw wrong(command, function.wrongCount(count));
    }
    var values = new ArrayList<GoValue>(count);
    if (name.name().equals("and") || name.name().equals("or")) {
      return shortCircuit(name.name().equals("and"), operands, last, dot);
    }
    boolean anyOrder = ANY_ORDER.contains(name.name());
    orderless += anyOrder ? 1 : 0;
    for (Expression operand : operands) {
      values.add(value(operand, dot));
    }
    orderless -= anyOrder ? 1 : 0;
    last.ifPresent(values::add);
    try {
      GoValue result = function.body().call(new Arguments(values));
      if (result instanceof GoValue.Text made) {
        Budget.text(made.value().length());
      }
      return result;
    } catch (TemplateException e) {
      if (e.isUnknown()) {
        throw e;
      }
      throw wrong(
          command, e.isOperand() ? e.reason() : "error calling " + name.name() + ": " + e.reason());
    }
  }

  private GoValue shortCircuit(
      boolean and, List<Expression> operands, Optional<GoValue> last, GoValue dot)
      throws TemplateException {
    GoValue value = GoValue.absent();
    for (Expression operand : operands) {
      value = value(operand, dot);
      if (value.truth() != and) {
        return value;
      }
    }
    return last.orElse(value);
  }

  private TemplateException wrong(Expression at, String message) {
    return wrong(at.at(), at.source(), message);
  }

  TemplateException wrong(int at, String source, String message) {
    return TemplateException.refused(
        "template: base:%d:%d: executing %s at <%s>: %s"
            .formatted(
                Lexer.Place.line(text, at),
                Lexer.Place.column(text, at),
                GoPrint.quote(template),
                source,
                message));
  }
}
