package dev.layerscope.argocd;

import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project whose rules count for others as well: {@code globalProjects} of Argo CD's configuration
 * (specification §8).
 *
 * @param name of the project that is added
 * @param selector of the labels of the projects it is added to
 */
public record GlobalProject(String name, Mapping selector) {

  /** The entries of the setting; empty when it is no list of such. */
  static Optional<List<GlobalProject>> read(String value) {
    List<Document> documents = YamlReader.read(value, Reading.ARGO);
    if (documents.size() != 1
        || !(documents.getFirst() instanceof Document.Content content)
        || !(content.root() instanceof Sequence list)) {
      return Optional.empty();
    }
    var projects = new ArrayList<GlobalProject>();
    for (Node item : list.items()) {
      if (!(item instanceof Mapping entry) || entry.textAt("projectName").isEmpty()) {
        return Optional.empty();
      }
      projects.add(
          new GlobalProject(
              entry.textAt("projectName").orElse(""),
              entry.mapping("labelSelector").orElse(Mapping.EMPTY)));
    }
    return Optional.of(projects);
  }

  /** Whether it counts for a project with these labels. */
  public boolean isFor(Map<String, String> labels) {
    for (Mapping.Entry entry : selector.mapping("matchLabels").orElse(Mapping.EMPTY).entries()) {
      if (!entry.value().asText().equals(Optional.ofNullable(labels.get(entry.name())))) {
        return false;
      }
    }
    return selector.sequence("matchExpressions").map(Sequence::items).orElse(List.of()).stream()
        .allMatch(item -> item instanceof Mapping one && satisfied(one, labels));
  }

  private static boolean satisfied(Mapping expression, Map<String, String> labels) {
    Optional<String> label = Optional.ofNullable(labels.get(expression.textAt("key").orElse("")));
    List<String> values =
        expression.sequence("values").map(Sequence::items).orElse(List.of()).stream()
            .flatMap(value -> value.asText().stream())
            .toList();
    return switch (expression.textAt("operator").orElse("")) {
      case "In" -> label.filter(values::contains).isPresent();
      case "NotIn" -> label.filter(values::contains).isEmpty();
      case "Exists" -> label.isPresent();
      case "DoesNotExist" -> label.isEmpty();
      default -> false;
    };
  }
}
