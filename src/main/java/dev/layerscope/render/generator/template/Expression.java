package dev.layerscope.render.generator.template;

import java.util.List;
import java.util.stream.Collectors;

/** What stands inside an action. */
sealed interface Expression {
  /** Offset in the template, where Go sees it. */
  int at();

  /** As Go prints it in its errors. */
  String source();

  /** Commands, each handing its value to the next, perhaps into variables. */
  record Pipe(int at, boolean declares, List<String> variables, List<Command> commands)
      implements Expression {
    @Override
    public String source() {
      String into =
          variables.isEmpty() ? "" : String.join(", ", variables) + (declares ? " := " : " = ");
      return into + commands.stream().map(Command::source).collect(Collectors.joining(" | "));
    }
  }

  /** A function with its operands, or a single operand. */
  record Command(int at, List<Expression> operands) implements Expression {
    @Override
    public String source() {
      return operands.stream()
          .map(o -> o instanceof Pipe pipe ? "(" + pipe.source() + ")" : o.source())
          .collect(Collectors.joining(" "));
    }
  }

  /** The name of a function. */
  record Name(int at, String name) implements Expression {
    @Override
    public String source() {
      return name;
    }
  }

  /** {@code .a.b}: from the dot. */
  record Field(int at, List<String> names) implements Expression {
    @Override
    public String source() {
      return "." + String.join(".", names);
    }
  }

  /** {@code $x.a.b}. */
  record Variable(int at, String name, List<String> names) implements Expression {
    @Override
    public String source() {
      return name + names.stream().map(n -> "." + n).collect(Collectors.joining());
    }
  }

  /** {@code (…).a.b}. */
  record Chain(int at, Expression start, List<String> names) implements Expression {
    @Override
    public String source() {
      String first = start instanceof Pipe pipe ? "(" + pipe.source() + ")" : start.source();
      return first + names.stream().map(n -> "." + n).collect(Collectors.joining());
    }
  }

  /** {@code .}. */
  record Dot(int at) implements Expression {
    @Override
    public String source() {
      return ".";
    }
  }

  /** The word {@code nil}. */
  record NilWord(int at) implements Expression {
    @Override
    public String source() {
      return "nil";
    }
  }

  /** A number, text or boolean as written. */
  record Constant(int at, String written, GoValue value) implements Expression {
    @Override
    public String source() {
      return written;
    }
  }
}
