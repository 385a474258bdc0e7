package dev.layerscope.render.generator.template;

import java.util.List;
import java.util.Optional;

/** What a template does, one after the other. */
sealed interface Step {
  /** Plain text. */
  record Plain(String text) implements Step {}

  /** Prints a value, or fills variables. */
  record Show(Expression.Pipe pipe) implements Step {}

  record If(Expression.Pipe pipe, List<Step> then, List<Step> otherwise) implements Step {}

  record With(Expression.Pipe pipe, List<Step> then, List<Step> otherwise) implements Step {}

  record Range(Expression.Pipe pipe, List<Step> each, List<Step> otherwise) implements Step {}

  /** Runs another template. */
  record Call(int at, String name, Optional<Expression.Pipe> pipe) implements Step {
    String source() {
      return "template " + GoPrint.quote(name) + pipe.map(p -> " " + p.source()).orElse("");
    }
  }

  record Break() implements Step {}

  record Continue() implements Step {}
}
