package dev.layerscope.render.helm.worker;

import java.util.List;
import java.util.Map;

/**
 * A chart to be rendered, with everything it depends on, in memory.
 *
 * @param chart its files by path below its folder
 * @param kubeVersion empty for Helm's own
 * @param values lowest first
 * @param set assignments as for {@code --set}
 * @param setFiles for {@code --set-file}, in the order given: the name, and what the file holds
 */
public record Request(
    ChartContent chart,
    String release,
    String namespace,
    String kubeVersion,
    List<Values> values,
    List<String> set,
    List<Map.Entry<String, String>> setFiles) {
  public Request {
    values = List.copyOf(values);
    set = List.copyOf(set);
    setFiles = List.copyOf(setFiles);
  }

  /**
   * A file of values.
   *
   * @param name what Helm calls it when it complains
   */
  public record Values(String name, String text) {}

  /** The same for a cluster of another version. */
  public Request on(String version) {
    return new Request(chart, release, namespace, version, values, set, setFiles);
  }

  /** The same with another chart. */
  public Request with(ChartContent other) {
    return new Request(other, release, namespace, kubeVersion, values, set, setFiles);
  }
}
