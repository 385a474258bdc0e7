package dev.layerscope.render.helm.worker;

import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.List;
import java.util.Map;

/**
 * One rendering as it is ordered from the process: every path lies in the folder made for it.
 *
 * @param chart the folder of the chart
 * @param kubeVersion empty for Helm's own
 * @param set assignments as for {@code --set}, separated by commas
 * @param setFiles assignments as for {@code --set-file}, separated by commas
 * @param values files of values, lowest first
 */
record Order(
    String chart,
    String release,
    String namespace,
    String kubeVersion,
    String set,
    String setFiles,
    List<String> values) {
  Order {
    values = List.copyOf(values);
  }

  Mapping toMessage() {
    return Mapping.of(
        Map.<String, Node>of(
            "chart", text(chart),
            "release", text(release),
            "namespace", text(namespace),
            "kubeVersion", text(kubeVersion),
            "set", text(set),
            "setFiles", text(setFiles),
            "values", Sequence.of(values.stream().map(Order::text).toList())));
  }

  static Order of(Mapping message) {
    return new Order(
        message.textAt("chart").orElse(""),
        message.textAt("release").orElse(""),
        message.textAt("namespace").orElse(""),
        message.textAt("kubeVersion").orElse(""),
        message.textAt("set").orElse(""),
        message.textAt("setFiles").orElse(""),
        message.sequence("values").map(Sequence::items).orElse(List.of()).stream()
            .map(item -> item.asText().orElse(""))
            .toList());
  }

  static Scalar text(String value) {
    return new Scalar(value, Scalar.Style.DOUBLE_QUOTED, "", Place.NONE);
  }
}
