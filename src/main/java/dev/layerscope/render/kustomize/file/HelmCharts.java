package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.List;

/**
 * The charts a kustomization inflates.
 *
 * @param home the folder charts lie in, from the kustomization's own
 * @param deprecated whether there are some in the old form, which is not read
 */
public record HelmCharts(List<HelmChart> charts, String home, boolean deprecated) {
  public HelmCharts {
    charts = List.copyOf(charts);
  }

  static HelmCharts read(Fields fields) throws BuildException {
    String home =
        fields
            .object(
                "helmGlobals",
                g -> g.of("HelmGlobals", "chartHome", "configHome").text("chartHome"))
            .filter(folder -> !folder.isEmpty())
            .orElse("charts");
    return new HelmCharts(
        fields.objects("helmCharts", HelmChart::read),
        home,
        fields.has("helmChartInflationGenerator"));
  }
}
