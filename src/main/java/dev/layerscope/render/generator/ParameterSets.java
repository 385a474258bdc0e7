package dev.layerscope.render.generator;

import dev.layerscope.finding.Certainty;
import dev.layerscope.render.generator.template.GoValue.Fields;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a generator makes: one Application for each set of parameters.
 *
 * @param certainty opaque when there may be more sets than these
 */
public record ParameterSets(List<Fields> sets, Certainty certainty) {
  public ParameterSets {
    sets = List.copyOf(sets);
  }

  static ParameterSets exact(List<Fields> sets) {
    return new ParameterSets(sets, Certainty.EXACT);
  }

  ParameterSets filtered(Predicate<Fields> keep) {
    return new ParameterSets(sets.stream().filter(keep).toList(), certainty);
  }
}
