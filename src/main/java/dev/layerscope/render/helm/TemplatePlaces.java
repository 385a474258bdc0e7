package dev.layerscope.render.helm;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.chart.Chart;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where rendered objects stand in their templates, as well as that can be told: the file for sure,
 * the line by the kind written in it.
 */
final class TemplatePlaces {
  private final Chart chart;
  private final Map<String, Integer> seen = new HashMap<>();

  TemplatePlaces(Chart chart) {
    this.chart = chart;
  }

  /** The file of a template as Helm names it, without the chart's own name. */
  Origin origin(String template) {
    Origin known = chart.origins().get(template);
    if (known != null) {
      return known;
    }
    // A subchart under an alias is not where Helm says: any file of that name below charts/.
    String name = template.replaceFirst("(charts/[^/]+/)+", "");
    return chart.origins().entrySet().stream()
        .filter(file -> template.startsWith("charts/") && file.getKey().endsWith("/" + name))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(chart.origins().get(Chart.CHART_FILE)))
        .orElse(new Origin("", "", template));
  }

  /** The object with the place of its template; empty when it has no kind. */
  Optional<Manifest> place(Mapping root, String template) {
    String kind = root.textAt("kind").orElse("");
    int line = line(template, kind, root.textAt("metadata", "name").orElse(""));
    return Manifest.of(withoutPlaces(root, line), origin(template));
  }

  /**
   * The line a template begins an object of a kind on: before the one that names it, else one after
   * the other, else the last (a loop makes many of one).
   */
  private int line(String template, String kind, String name) {
    String text = chart.content().text(template).orElse("");
    String[] lines = text.split("\n", -1);
    int nth = seen.merge(template + "\0" + kind, 1, Integer::sum);
    int found = 0;
    int last = text.isEmpty() ? 0 : 1;
    for (int i = 0; i < lines.length; i++) {
      String written = lines[i].strip();
      if (written.matches(
              "kind:\\s*[\"']?" + java.util.regex.Pattern.quote(kind) + "[\"']?(\\s.*)?")
          && !lines[i].startsWith(" ")) {
        found++;
        last = beginning(lines, i) + 1;
        if (found == nth || names(lines, i, name)) {
          return last;
        }
      }
    }
    return last;
  }

  private static int beginning(String[] lines, int kindLine) {
    int first = kindLine;
    while (first > 0
        && !lines[first - 1].isBlank()
        && !lines[first - 1].startsWith("---")
        && !lines[first - 1].startsWith("{{")
        && !lines[first - 1].startsWith("#")) {
      first--;
    }
    return first;
  }

  private static boolean names(String[] lines, int kindLine, String name) {
    for (int i = kindLine; i < Math.min(lines.length, kindLine + 10); i++) {
      String written = lines[i].strip();
      if (i > kindLine && lines[i].startsWith("---")) {
        return false;
      }
      if (!name.isEmpty()
          && (written.equals("name: " + name) || written.equals("name: \"" + name + "\""))) {
        return true;
      }
    }
    return false;
  }

  /** Lines of what Helm printed mean nothing to anybody. */
  private static Mapping withoutPlaces(Mapping root, int line) {
    Mapping bare = (Mapping) withoutPlace(root);
    return new Mapping(bare.entries(), bare.flow(), new Place(line, 1, line, 1));
  }

  private static Node withoutPlace(Node node) {
    return switch (node) {
      case Scalar scalar -> bare(scalar);
      case Sequence sequence ->
          new Sequence(
              sequence.items().stream().map(TemplatePlaces::withoutPlace).toList(),
              sequence.flow(),
              Place.NONE);
      case Mapping mapping ->
          new Mapping(
              mapping.entries().stream()
                  .map(e -> new Mapping.Entry(bare(e.key()), withoutPlace(e.value())))
                  .toList(),
              mapping.flow(),
              Place.NONE);
    };
  }

  private static Scalar bare(Scalar scalar) {
    return new Scalar(scalar.text(), scalar.style(), scalar.tag(), Place.NONE);
  }
}
