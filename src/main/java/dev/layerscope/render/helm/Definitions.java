package dev.layerscope.render.helm;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.chart.Chart;
import dev.layerscope.render.helm.chart.Markers;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files below {@code crds/} of a chart and its subcharts in use, which Helm hands out as they
 * are ({@code --include-crds}).
 */
record Definitions(List<Manifest> manifests, Optional<Finding> broken) {
  private static final Pattern INSIDE = Pattern.compile("((?:charts/[^/]+/)*)(.*)");

  static Definitions of(Chart chart, Set<String> subchartsInUse, Reading reading) {
    var manifests = new ArrayList<Manifest>();
    for (String path : chart.content().paths()) {
      Matcher inside = INSIDE.matcher(path);
      boolean wanted =
          inside.matches()
              && Markers.isDefinition(inside.group(2))
              && (inside.group(1).isEmpty() || subchartsInUse.contains(inside.group(1)));
      if (wanted) {
        Origin origin = chart.origins().getOrDefault(path, new Origin("", "", path));
        Optional<Finding> broken =
            read(chart.content().text(path).orElse(""), origin, reading, manifests);
        if (broken.isPresent()) {
          return new Definitions(List.of(), broken);
        }
      }
    }
    return new Definitions(manifests, Optional.empty());
  }

  private static Optional<Finding> read(
      String text, Origin origin, Reading reading, List<Manifest> manifests) {
    for (Document document : YamlReader.read(text, reading)) {
      switch (document) {
        case Document.Empty ignored -> {}
        case Document.Broken(int line, String message) -> {
          return Optional.of(unreadable("yaml: " + message, origin, line));
        }
        case Document.Content content -> {
          Optional<Manifest> manifest =
              content.root() instanceof Mapping root ? Manifest.of(root, origin) : Optional.empty();
          if (manifest.isEmpty()) {
            return Optional.of(unreadable("Object 'Kind' is missing", origin, content.line()));
          }
          manifests.add(manifest.get());
        }
      }
    }
    return Optional.empty();
  }

  private static Finding unreadable(String why, Origin origin, int line) {
    return Finding.of(
        FindingCode.MANIFEST_UNREADABLE_ERROR,
        "failed to unmarshal manifest: " + why,
        origin.line(line));
  }
}
