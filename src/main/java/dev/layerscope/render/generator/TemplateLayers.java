package dev.layerscope.render.generator;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.Optional;

/**
 * A generator's own template laid over that of the ApplicationSet (specification §6.1): what it
 * leaves empty is filled, at every depth; lists are never joined.
 */
public final class TemplateLayers {
  /** To Argo CD these are one value, whatever is in them. */
  private static final String OPAQUE_KEY = "valuesObject";

  private TemplateLayers() {}

  /** The first, its gaps filled from the second. */
  public static Mapping fill(Mapping first, Mapping second) {
    if (first.isEmpty()) {
      return second;
    }
    Mapping merged = first;
    for (Mapping.Entry entry : second.entries()) {
      Optional<Node> mine = first.get(entry.name());
      if (mine.isEmpty() || isZero(mine.get())) {
        merged = merged.with(entry.name(), entry.value());
      } else if (mine.get() instanceof Mapping a
          && entry.value() instanceof Mapping b
          && !entry.name().equals(OPAQUE_KEY)) {
        merged = merged.with(entry.name(), fill(a, b));
      }
    }
    return merged;
  }

  private static boolean isZero(Node node) {
    return switch (node) {
      case Mapping mapping -> mapping.isEmpty();
      case Sequence sequence -> sequence.items().isEmpty();
      case Scalar scalar ->
          switch (ArgoScalars.read(scalar)) {
            case Value.Null ignored -> true;
            case Value.Bool bool -> !bool.value();
            case Value.Text text -> text.value().isEmpty();
            case Value.Int number -> number.value().signum() == 0;
            case Value.Float number -> number.value() == 0;
          };
    };
  }
}
