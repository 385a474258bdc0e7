package dev.layerscope.render.generator.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a template. One use, one thread. */
final class Execution {
  private final Map<String, List<Step>> templates;
  private final StringBuilder out = new StringBuilder();
  private final Budget budget = new Budget();
  private final Evaluation evaluation;

  /** How a list of steps ended. */
  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  Execution(String text, Map<String, List<Step>> templates, GoTemplate.MissingKey missingKey) {
    this.templates = templates;
    this.evaluation = new Evaluation(text, missingKey, budget);
  }

  String run(GoValue.Fields parameters) throws TemplateException {
    call(TemplateParser.BASE, parameters);
    return out.toString();
  }

  private void call(String name, GoValue dot) throws TemplateException {
    budget.enter();
    Variables outside = evaluation.enter(name, dot);
    all(templates.getOrDefault(name, List.of()), dot);
    evaluation.leave(outside);
    budget.leave();
  }

  private Flow all(List<Step> steps, GoValue dot) throws TemplateException {
    for (Step step : steps) {
      budget.step();
      Flow flow = one(step, dot);
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow one(Step step, GoValue dot) throws TemplateException {
    return switch (step) {
      case Step.Plain(String text) -> {
        write(text);
        yield Flow.ON;
      }
      case Step.Show(Expression.Pipe pipe) -> {
        GoValue value = evaluation.pipe(pipe, dot);
        if (pipe.variables().isEmpty()) {
          write(GoPrint.output(value));
        }
        yield Flow.ON;
      }
      case Step.If(Expression.Pipe pipe, List<Step> then, List<Step> otherwise) -> {
        int mark = evaluation.variables().mark();
        Flow flow = evaluation.pipe(pipe, dot).truth() ? all(then, dot) : all(otherwise, dot);
        evaluation.variables().backTo(mark);
        yield flow;
      }
      case Step.With(Expression.Pipe pipe, List<Step> then, List<Step> otherwise) -> {
        int mark = evaluation.variables().mark();
        GoValue value = evaluation.pipe(pipe, dot);
        Flow flow = value.truth() ? all(then, value) : all(otherwise, dot);
        evaluation.variables().backTo(mark);
        yield flow;
      }
      case Step.Range range -> {
        int mark = evaluation.variables().mark();
        range(range, dot);
        evaluation.variables().backTo(mark);
        yield Flow.ON;
      }
      case Step.Call call -> {
        template(call, dot);
        yield Flow.ON;
      }
      case Step.Break() -> Flow.BREAK;
      case Step.Continue() -> Flow.CONTINUE;
    };
  }

  private void template(Step.Call call, GoValue dot) throws TemplateException {
    if (!templates.containsKey(call.name())) {
      throw evaluation.wrong(
          call.at(), call.source(), "template " + GoPrint.quote(call.name()) + " not defined");
    }
    GoValue given = GoValue.absent();
    if (call.pipe().isPresent()) {
      given = evaluation.pipe(call.pipe().get(), dot);
    }
    call(call.name(), given);
  }

  /** One round of a loop: what the variables and the dot are. */
  private record Round(GoValue key, GoValue value) {}

  private void range(Step.Range range, GoValue dot) throws TemplateException {
    GoValue over = evaluation.pipeOfRange(range.pipe(), dot);
    List<Round> rounds = rounds(range, over);
    if (rounds.isEmpty()) {
      all(range.otherwise(), dot);
      return;
    }
    for (Round round : rounds) {
      budget.step();
      int mark = evaluation.variables().mark();
      declare(range.pipe(), round);
      Flow flow = all(range.each(), round.value());
      evaluation.variables().backTo(mark);
      if (flow == Flow.BREAK) {
        return;
      }
    }
  }

  private void declare(Expression.Pipe pipe, Round round) {
    List<String> names = pipe.variables();
    if (names.isEmpty()) {
      return;
    }
    var values = names.size() == 1 ? List.of(round.value()) : List.of(round.key(), round.value());
    for (int i = 0; i < names.size() && i < values.size(); i++) {
      if (pipe.declares()) {
        evaluation.variables().declare(names.get(i), values.get(i));
      } else {
        evaluation.variables().assign(names.get(i), values.get(i));
      }
    }
  }

  private List<Round> rounds(Step.Range range, GoValue over) throws TemplateException {
    var rounds = new ArrayList<Round>();
    switch (over) {
      case GoValue.Items list -> {
        for (int i = 0; i < list.items().size(); i++) {
          rounds.add(new Round(GoValue.number(i), list.items().get(i)));
        }
      }
      case GoValue.Fields map ->
          map.entries().forEach((key, value) -> rounds.add(new Round(GoValue.text(key), value)));
      case GoValue.Int count -> {
        Budget.items(count.value());
        for (long i = 0; i < count.value(); i++) {
          rounds.add(new Round(GoValue.number(i), GoValue.number(i)));
        }
      }
      case GoValue.Absent ignored -> {}
      case GoValue.Nil ignored -> {}
      case GoValue.Bool other -> throw notIterable(range, other);
      case GoValue.Real other -> throw notIterable(range, other);
      case GoValue.Text other -> throw notIterable(range, other);
    }
    return rounds;
  }

  private TemplateException notIterable(Step.Range range, GoValue over) {
    return evaluation.wrong(
        range.pipe().at(),
        range.pipe().source(),
        "range can't iterate over " + GoPrint.plain(over));
  }

  private void write(String text) throws TemplateException {
    Budget.text((long) out.length() + text.length());
    out.append(text);
  }

  /** Variables in their scopes, the innermost last. */
  static final class Variables {
    private final List<Map.Entry<String, GoValue>> stack = new ArrayList<>();

    int mark() {
      return stack.size();
    }

    void backTo(int mark) {
      stack.subList(mark, stack.size()).clear();
    }

    void declare(String name, GoValue value) {
      stack.add(Map.entry(name, value));
    }

    void assign(String name, GoValue value) {
      for (int i = stack.size() - 1; i >= 0; i--) {
        if (stack.get(i).getKey().equals(name)) {
          stack.set(i, Map.entry(name, value));
          return;
        }
      }
    }

    Optional<GoValue> get(String name) {
      for (int i = stack.size() - 1; i >= 0; i--) {
        if (stack.get(i).getKey().equals(name)) {
          return Optional.of(stack.get(i).getValue());
        }
      }
      return Optional.empty();
    }
  }
}
