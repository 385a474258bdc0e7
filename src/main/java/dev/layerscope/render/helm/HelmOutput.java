package dev.layerscope.render.helm;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.chart.Chart;
import dev.layerscope.render.helm.chart.Markers;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text Helm prints, as objects that know the template they come from.
 *
 * @param subchartsInUse folders of subcharts that a marker speaks of
 * @param broken why Argo CD could not read the text; empty when it could
 */
record HelmOutput(List<Manifest> manifests, Set<String> subchartsInUse, Optional<Broken> broken) {
  private static final Pattern SOURCE = Pattern.compile("# Source: ([^/]+)/(.+)");

  /** A document nobody can read, and the template it came from. */
  record Broken(String message, Origin origin) {}

  static HelmOutput read(String text, Chart chart, Reading reading) {
    TreeMap<Integer, String> sources = sources(text);
    var places = new TemplatePlaces(chart);
    var manifests = new ArrayList<Manifest>();
    var subcharts = new LinkedHashSet<String>();
    for (Document document : YamlReader.read(text, reading)) {
      var source = sources.floorEntry(document.line());
      String template = source == null ? "" : source.getValue();
      switch (document) {
        case Document.Empty ignored -> {}
        case Document.Broken(int line, String message) -> {
          return failed("yaml: " + message, places.origin(template));
        }
        case Document.Content content -> {
          if (!(content.root() instanceof Mapping root)) {
            return failed("Object 'Kind' is missing", places.origin(template));
          }
          if (root.textAt("apiVersion").orElse("").equals(Markers.API_VERSION)) {
            subcharts.add(root.textAt("metadata", "name").orElse(""));
            continue;
          }
          Optional<Manifest> manifest = places.place(root, template);
          if (manifest.isEmpty()) {
            return failed("Object 'Kind' is missing", places.origin(template));
          }
          manifests.add(manifest.get());
        }
      }
    }
    return new HelmOutput(manifests, subcharts, Optional.empty());
  }

  private static HelmOutput failed(String message, Origin origin) {
    return new HelmOutput(List.of(), Set.of(), Optional.of(new Broken(message, origin)));
  }

  /** The template each part of the text comes from, by the line the part begins on. */
  private static TreeMap<Integer, String> sources(String text) {
    var sources = new TreeMap<Integer, String>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher source = SOURCE.matcher(lines[i]);
      boolean begins = i == 0 || lines[i - 1].startsWith("---");
      if (begins && source.matches()) {
        sources.put(i, source.group(2));
      }
    }
    return sources;
  }
}
