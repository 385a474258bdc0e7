package dev.layerscope.render.helm.chart;

import dev.layerscope.manifest.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/**
 * Objects that stand in what Helm prints for something about a subchart: that it is switched on.
 * Conditions, tags and aliases are Helm's business, and so nobody else has to know them.
 */
public final class Markers {
  /** The group and version of marker objects; no cluster has it. */
  public static final String API_VERSION = "marker.layerscope.dev/v1";

  private static final String TEMPLATE =
      """
      apiVersion: marker.layerscope.dev/v1
      kind: Subchart
      metadata:
        name: "%s"
      """;

  private Markers() {}

  /** Marks every subchart that brings definitions of kinds: they come along when it is used. */
  static void add(ChartFiles files) throws ChartException {
    var folders = new TreeSet<String>();
    for (String path : files.contents().keySet()) {
      String folder = ChartReader.subchart(path);
      if (!folder.isEmpty() && isDefinition(path.substring(folder.length()))) {
        folders.add(folder);
      }
    }
    for (String folder : folders) {
      mark(files, folder);
    }
  }

  /** Puts an empty chart in the place of one that nobody has. */
  static void stub(ChartFiles files, String folder, Chart.Dependency dependency)
      throws ChartException {
    put(
        files,
        folder + Chart.CHART_FILE,
        "apiVersion: v2\nname: \"" + dependency.name() + "\"\nversion: 1.0.0\n");
    mark(files, folder);
  }

  private static void mark(ChartFiles files, String folder) throws ChartException {
    put(files, folder + "templates/layerscope-marker.yaml", TEMPLATE.formatted(folder));
  }

  private static void put(ChartFiles files, String path, String text) throws ChartException {
    files.put(path, text.getBytes(StandardCharsets.UTF_8), new Origin("", "", path));
  }

  /** Whether a path, seen from its chart, is a definition that Helm hands out unrendered. */
  public static boolean isDefinition(String path) {
    return path.startsWith("crds/")
        && List.of(".yaml", ".yml", ".json").stream().anyMatch(path::endsWith);
  }
}
