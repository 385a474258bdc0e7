package dev.layerscope.render.helm.chart;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Chart.yaml} and {@code requirements.yaml}, as far as more than Helm needs them. */
public final class ChartYaml {
  private ChartYaml() {}

  /** The mapping a file holds; empty when it holds none, which Helm then says itself. */
  public static Optional<Mapping> read(byte[] bytes) {
    for (Document document : YamlReader.read(bytes, Reading.ARGO)) {
      if (document instanceof Document.Content content) {
        return content.root() instanceof Mapping root ? Optional.of(root) : Optional.empty();
      }
      if (document instanceof Document.Broken) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A field as text, also where a version was written without quotes. */
  public static String text(Mapping root, String key) {
    return root.get(key)
        .filter(Scalar.class::isInstance)
        .filter(node -> !node.isNull())
        .map(node -> ArgoScalars.read((Scalar) node).plain())
        .orElse("");
  }

  /** The dependencies, in the order declared. */
  static List<Chart.Dependency> dependencies(Mapping root) {
    var found = new ArrayList<Chart.Dependency>();
    for (Node item : root.sequence("dependencies").map(Sequence::items).orElse(List.of())) {
      if (item instanceof Mapping one && !text(one, "name").isEmpty()) {
        found.add(
            new Chart.Dependency(
                text(one, "name"),
                text(one, "version"),
                text(one, "repository"),
                Optional.of(text(one, "alias")).filter(alias -> !alias.isEmpty())));
      }
    }
    return found;
  }

  /** The same file with the constraint of one dependency let go: its stub fits any version. */
  static Mapping unconstrained(Mapping root, Chart.Dependency which) {
    List<Node> items =
        root.sequence("dependencies").map(Sequence::items).orElse(List.of()).stream()
            .map(item ->
                item instanceof Mapping one && text(one, "name").equals(which.name())
                    ? (Node) one.with("version", Scalar.of("*"))
                    : item)
            .toList();
    return root.with("dependencies", Sequence.of(items));
  }
}
