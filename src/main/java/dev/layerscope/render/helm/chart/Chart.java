package dev.layerscope.render.helm.chart;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.worker.ChartContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chart with everything it depends on that can be had.
 *
 * @param content what Helm is given
 * @param origins where each file comes from, by its path in the content
 * @param missing dependencies that a stub stands for, because nobody has them here
 * @param borrowed dependencies that come from elsewhere in the workspace, in words
 */
public record Chart(
    ChartContent content,
    Map<String, Origin> origins,
    List<Dependency> missing,
    List<String> borrowed) {
  /** The folder of the chart itself, in the content; its subcharts lie below {@code charts/}. */
  public static final String CHART_FILE = "Chart.yaml";

  public Chart {
    origins = Map.copyOf(origins);
    missing = List.copyOf(missing);
    borrowed = List.copyOf(borrowed);
  }

  /**
   * A dependency as declared.
   *
   * @param version a constraint; empty when there is none
   * @param repository an address; empty when there is none
   */
  public record Dependency(String name, String version, String repository, Optional<String> alias) {
    /** As people speak of it. */
    public String display() {
      return name
          + (version.isEmpty() ? "" : " " + version)
          + (repository.isEmpty() ? "" : " of " + repository);
    }
  }

  /** Whether a path lies among the templates of the chart or of one of its subcharts. */
  public static boolean isTemplate(String path) {
    return path.matches("(charts/[^/]+/)*templates/.*");
  }

  /** The same chart with other content. */
  public Chart with(ChartContent other) {
    return new Chart(other, origins, missing, borrowed);
  }
}
