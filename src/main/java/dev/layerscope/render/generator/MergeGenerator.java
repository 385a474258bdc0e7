package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.finding.Certainty;
import dev.layerscope.render.generator.template.GoNodes;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.render.generator.template.Merging;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sets of a first generator, overridden by those of the others that agree in some keys
 * (specification §6.3). In the order of the first; Argo CD's own order is not defined.
 */
public record MergeGenerator(boolean goTemplate, Generators.Child children) {
  ParameterSets generate(Mapping block) throws GenerationException {
    List<Mapping> generators = ApplicationSet.mappings(block.get("generators"));
    if (generators.size() < 2) {
      throw GenerationException.failed(
          "found less than two generators, Merge requires two or more");
    }
    List<String> keys =
        block.sequence("mergeKeys").map(Sequence::items).orElse(List.of()).stream()
            .map(Node::asText)
            .flatMap(Optional::stream)
            .toList();
    ParameterSets first = children.generate(generators.getFirst(), "merge");
    Certainty certainty = first.certainty();
    Map<String, Fields> merged = byKeys(first.sets(), keys);
    for (Mapping generator : generators.subList(1, generators.size())) {
      ParameterSets next = children.generate(generator, "merge");
      certainty = certainty.and(next.certainty());
      byKeys(next.sets(), keys)
          .forEach((key, set) -> merged.computeIfPresent(key, (same, base) -> laidOver(base, set)));
    }
    return new ParameterSets(new ArrayList<>(merged.values()), certainty);
  }

  private Fields laidOver(Fields base, Fields set) {
    if (goTemplate) {
      return Merging.override(base, set);
    }
    var all = new TreeMap<>(base.entries());
    all.putAll(set.entries());
    return Fields.of(all);
  }

  /** Sets by the JSON of their merge keys; a key that is missing is null. */
  public static Map<String, Fields> byKeys(List<Fields> sets, List<String> keys)
      throws GenerationException {
    if (keys.isEmpty()) {
      throw GenerationException.failed("no merge keys were specified, Merge requires at least one");
    }
    var byKeys = new LinkedHashMap<String, Fields>();
    for (Fields set : sets) {
      var named = new TreeMap<String, GoValue>();
      keys.forEach(key -> named.put(key, set.get(key).orElse(GoValue.nil())));
      String key = JsonText.of(GoNodes.node(Fields.of(named)));
      if (byKeys.put(key, set) != null) {
        throw GenerationException.failed(
            "the parameters from a generator were not unique by the given mergeKeys, Merge requires"
                + " all param sets to be unique. Duplicate key was "
                + key);
      }
    }
    return byKeys;
  }
}
