package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.finding.Certainty;
import dev.layerscope.render.generator.template.GoPrint;
import dev.layerscope.render.generator.template.GoTemplate;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.render.generator.template.Merging;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every set of a first generator with every set of a second one, whose own texts are filled from
 * the first (specification §6.3).
 */
public record MatrixGenerator(Interpolation interpolation, Generators.Child children) {
  /** More sets than any Argo CD could bear. */
  private static final int MAX_SETS = 200_000;

  ParameterSets generate(Mapping block) throws GenerationException {
    List<Mapping> generators = ApplicationSet.mappings(block.get("generators"));
    if (generators.size() < 2) {
      throw GenerationException.failed("found less than two generators, Matrix support only two");
    }
    if (generators.size() > 2) {
      throw GenerationException.failed("found more than two generators, Matrix support only two");
    }
    ParameterSets first = children.generate(generators.getFirst(), "matrix");
    Certainty certainty = first.certainty();
    var product = new ArrayList<Fields>();
    for (Fields a : first.sets()) {
      ParameterSets second = children.generate(interpolated(generators.getLast(), a), "matrix");
      certainty = certainty.and(second.certainty());
      for (Fields b : second.sets()) {
        product.add(combined(a, b));
        if (product.size() > MAX_SETS) {
          throw GenerationException.opaque("a matrix of more than " + MAX_SETS + " parameter sets");
        }
      }
    }
    return new ParameterSets(product, certainty);
  }

  /** A generator with the parameters of another filled into its texts. */
  public Mapping interpolated(Mapping generator, Fields parameters) throws GenerationException {
    if (parameters.size() == 0) {
      return generator;
    }
    var entries = new ArrayList<Mapping.Entry>();
    for (Mapping.Entry entry : generator.entries()) {
      Node value = entry.value();
      if (interpolation.goTemplate() && value instanceof Mapping block) {
        Optional<Mapping> values = block.mapping("values").filter(v -> !v.isEmpty());
        Node filled = filled(block.without("values"), parameters);
        value =
            values.isPresent() && filled instanceof Mapping rest
                ? rest.with("values", early(values.get(), parameters))
                : filled;
      } else {
        value = filled(value, parameters);
      }
      entries.add(new Mapping.Entry(entry.key(), value));
    }
    return new Mapping(entries, generator.flow(), generator.place());
  }

  private Node filled(Node node, Fields parameters) throws GenerationException {
    try {
      return interpolation.node(node, parameters);
    } catch (GenerationException e) {
      throw e.during("failed to replace parameters in generator");
    }
  }

  /** Values that need what only the second generator knows wait for it. */
  private Mapping early(Mapping values, Fields parameters) throws GenerationException {
    Interpolation strict = interpolation.with("missingkey=error");
    var entries = new ArrayList<Mapping.Entry>();
    for (Mapping.Entry entry : values.entries()) {
      Optional<String> text = entry.value().asText().filter(GoTemplate::isTemplate);
      Node value = entry.value();
      if (text.isPresent()) {
        try {
          value = Scalar.of(strict.text(text.get(), parameters));
        } catch (GenerationException e) {
          if (e.isOpaque() || !isMissingKey(e)) {
            throw e.during("failed to pre-resolve Values key \"" + entry.name() + "\"");
          }
        }
      }
      entries.add(new Mapping.Entry(entry.key(), value));
    }
    return new Mapping(entries, values.flow(), values.place());
  }

  private static boolean isMissingKey(GenerationException e) {
    return e.reason().contains("map has no entry for key")
        || e.reason().contains("nil data; no entry for key");
  }

  private Fields combined(Fields a, Fields b) throws GenerationException {
    if (interpolation.goTemplate()) {
      return Merging.override(b, a);
    }
    try {
      return flat(a, b);
    } catch (GenerationException e) {
      throw e.during("failed to combine string maps with merging params for the matrix generator");
    }
  }

  /** Two flat sets as one; a key with two values is an error. */
  public static Fields flat(Fields a, Fields b) throws GenerationException {
    var all = new TreeMap<String, GoValue>();
    for (Map.Entry<String, GoValue> entry : a.entries().entrySet()) {
      all.put(entry.getKey(), GoValue.text(GoPrint.plain(entry.getValue())));
    }
    for (Map.Entry<String, GoValue> entry : b.entries().entrySet()) {
      String theirs = GoPrint.plain(entry.getValue());
      GoValue mine = all.get(entry.getKey());
      if (mine != null && !GoPrint.plain(mine).equals(theirs)) {
        throw GenerationException.failed(
            "found duplicate key %s with different value, a: %s ,b: %s"
                .formatted(entry.getKey(), GoPrint.plain(mine), theirs));
      }
      all.put(entry.getKey(), GoValue.text(theirs));
    }
    return Fields.of(all);
  }
}
