package dev.layerscope.render.generator;

import dev.layerscope.finding.Certainty;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The generators of an ApplicationSet: what each entry says becomes parameter sets (specification
 * §6.3). One per ApplicationSet.
 */
public final class Generators {
  /** Those that are made of others. */
  private static final Set<String> COMBINING = Set.of("matrix", "merge");

  private static final Set<String> OUTSIDE =
      Set.of("scmProvider", "pullRequest", "clusterDecisionResource", "plugin");

  private static final List<String> KINDS =
      List.of(
          "list",
          "clusters",
          "git",
          "scmProvider",
          "clusterDecisionResource",
          "pullRequest",
          "matrix",
          "merge",
          "plugin");

  private final Ground ground;
  private final Interpolation interpolation;

  public Generators(Ground ground, Interpolation interpolation) {
    this.ground = ground;
    this.interpolation = interpolation;
  }

  /**
   * What one entry of {@code spec.generators} says: a kind and its block. Several kinds in one
   * entry each make their own sets.
   */
  public record Entry(String kind, Mapping block) {}

  /** The generators an entry names, in Argo CD's order. */
  public static List<Entry> entries(Mapping generator) {
    var entries = new ArrayList<Entry>();
    for (String kind : KINDS) {
      Optional<Node> block = generator.get(kind).filter(node -> !node.isNull());
      block.ifPresent(node ->
          entries.add(new Entry(kind, node instanceof Mapping mapping ? mapping : Mapping.EMPTY)));
    }
    return entries;
  }

  /**
   * The sets of one generator, its post selector applied.
   *
   * @param selector of the entry it stands in
   * @throws GenerationException in Argo CD's words, or because git alone does not say
   */
  public ParameterSets generate(Entry entry, Optional<Mapping> selector)
      throws GenerationException {
    return generate(entry, selector, 0);
  }

  private ParameterSets generate(Entry entry, Optional<Mapping> selector, int depth)
      throws GenerationException {
    Mapping block = entry.block();
    ParameterSets made =
        switch (entry.kind()) {
          case "list" -> new ListGenerator(interpolation.goTemplate()).generate(block);
          case "clusters" -> new ClusterGenerator(ground.settings(), interpolation).generate(block);
          case "git" -> new GitGenerator(ground, interpolation).generate(block);
          case "matrix" -> new MatrixGenerator(interpolation, child(depth)).generate(block);
          case "merge" ->
              new MergeGenerator(interpolation.goTemplate(), child(depth)).generate(block);
          default -> outside(entry);
        };
    LabelQuery query = LabelQuery.of(selector);
    if (query.isEmpty()) {
      return made;
    }
    var kept = new ArrayList<Fields>();
    for (Fields set : made.sets()) {
      if (query.matches(Flattened.of(set))) {
        kept.add(set);
      }
    }
    return new ParameterSets(kept, made.certainty());
  }

  /** How a generator that is made of others asks for theirs. */
  public interface Child {
    /**
     * The sets of a child that names exactly one generator.
     *
     * @param parent {@code matrix} or {@code merge}, for the words of an error
     */
    ParameterSets generate(Mapping child, String parent) throws GenerationException;
  }

  private Child child(int depth) {
    return (child, parent) -> {
      List<Entry> entries = entries(child);
      if (entries.size() > 1) {
        throw GenerationException.failed(
            "found more than one generator in " + parent + ".Generators");
      }
      if (entries.isEmpty()) {
        throw GenerationException.failed("generator is empty");
      }
      Entry entry = entries.getFirst();
      if (depth > 0 && COMBINING.contains(entry.kind())) {
        throw GenerationException.opaque(
            "a " + entry.kind() + " generator nested more than once is not in Argo CD's schema");
      }
      return generate(entry, child.mapping("selector"), depth + 1);
    };
  }

  /** Somebody may have said what such a generator gives, as a sample. */
  private ParameterSets outside(Entry entry) throws GenerationException {
    String why = "the " + entry.kind() + " generator needs more than git";
    if (!OUTSIDE.contains(entry.kind()) || ground.samples().isEmpty()) {
      throw GenerationException.opaque(why);
    }
    boolean literal = entry.kind().equals("clusterDecisionResource");
    var sets = new ArrayList<Fields>();
    for (Mapping sample : ground.samples()) {
      Fields given = ListGenerator.parameters(sample, interpolation.goTemplate());
      sets.add(literal ? given : interpolation.withValues(given, entry.block().mapping("values")));
    }
    return new ParameterSets(
        sets, Certainty.assumed(why + "; the workspace gives sample parameters"));
  }
}
