package dev.layerscope.render.helm;

import dev.layerscope.render.helm.chart.Chart;
import dev.layerscope.render.helm.chart.TemplateText;
import dev.layerscope.render.helm.worker.ChartContent;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A chart whose templates mean offline what they mean in Argo CD, and what they ask about.
 *
 * @param mayBeRandom a function is named that gives something new at every rendering
 */
record OfflineChart(
    Chart chart, boolean asksKubeVersion, boolean asksApiVersions, boolean mayBeRandom) {
  private static final Pattern RANDOM =
      Pattern.compile(
          "\\{\\{[^}]*\\b(rand[A-Z]\\w+|randInt|gen[A-Z]\\w+|uuidv4|now|shuffle|htpasswd|bcrypt"
              + "|encryptAES)\\b");

  /**
   * @param apiVersions of the cluster, besides those Helm knows
   */
  static OfflineChart of(Chart chart, List<String> apiVersions) {
    ChartContent content = chart.content();
    boolean random =
        content.anyText(Chart::isTemplate, OfflineChart::random)
            || content.anyText(path -> path.endsWith("values.yaml"), OfflineChart::random);
    return new OfflineChart(
        chart.with(
            content.mapped(Chart::isTemplate, text -> TemplateText.offline(text, apiVersions))),
        content.mentions(Chart::isTemplate, "Capabilities.KubeVersion"),
        content.mentions(Chart::isTemplate, "Capabilities.APIVersions"),
        random);
  }

  /** Whether a text, as a template, names such a function. */
  static boolean random(String text) {
    return text.contains("{{") && RANDOM.matcher(text).find();
  }
}
