package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kubernetes label selector, without its rules for what a label value may look like: Argo CD
 * filters parameters with it (specification §6.6).
 */
final class LabelQuery {
  private final Mapping selector;

  private LabelQuery(Mapping selector) {
    this.selector = selector;
  }

  /** An absent or empty selector keeps everything. */
  static LabelQuery of(Optional<Mapping> selector) {
    return new LabelQuery(selector.orElse(Mapping.EMPTY));
  }

  boolean isEmpty() {
    return selector.mapping("matchLabels").filter(m -> !m.isEmpty()).isEmpty()
        && ApplicationSet.mappings(selector.get("matchExpressions")).isEmpty();
  }

  /** Whether labels, or parameters taken for such, satisfy every requirement. */
  boolean matches(Map<String, String> labels) throws GenerationException {
    for (Mapping.Entry entry : selector.mapping("matchLabels").orElse(Mapping.EMPTY).entries()) {
      String wanted = entry.value().asText().orElse("");
      if (!Optional.ofNullable(labels.get(entry.name())).equals(Optional.of(wanted))) {
        return false;
      }
    }
    for (Mapping expression : ApplicationSet.mappings(selector.get("matchExpressions"))) {
      if (!matches(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Mapping expression, Map<String, String> labels)
      throws GenerationException {
    String key = expression.textAt("key").orElse("");
    List<String> values =
        expression.sequence("values").map(Sequence::items).orElse(List.of()).stream()
            .map(Node::asText)
            .flatMap(Optional::stream)
            .toList();
    Optional<String> value = Optional.ofNullable(labels.get(key));
    String operator = expression.textAt("operator").orElse("");
    return switch (operator) {
      case "In" -> value.filter(values::contains).isPresent();
      case "NotIn" -> value.filter(values::contains).isEmpty();
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
      default ->
          throw GenerationException.failed(
              "error parsing label selector: \"%s\" is not a valid label selector operator"
                  .formatted(operator));
    };
  }
}
