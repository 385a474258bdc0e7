package dev.layerscope.render.generator;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Certainty;
import dev.layerscope.render.generator.template.GoValue;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.render.generator.template.ResourceNames;
import dev.layerscope.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One parameter set for each cluster the control plane knows (specification §6.3). */
record ClusterGenerator(Settings settings, Interpolation interpolation) {
  private static final String TYPE_LABEL = "argocd.argoproj.io/secret-type";

  ParameterSets generate(Mapping block) throws GenerationException {
    LabelQuery query = LabelQuery.of(block.mapping("selector"));
    Optional<Mapping> values = block.mapping("values");
    var byName = new TreeMap<String, Fields>();
    for (Settings.Cluster cluster : settings.clusters()) {
      Map<String, String> labels = labels(cluster);
      if (query.matches(labels)) {
        byName.put(cluster.name(), interpolation.withValues(parameters(cluster, labels), values));
      }
    }
    var sets = new ArrayList<>(byName.values());
    if (query.isEmpty() && settings.inCluster() && !listsItsOwn()) {
      sets.add(interpolation.withValues(ownCluster(), values));
    }
    return new ParameterSets(
        ApplicationSet.isTrue(block.get("flatList")) ? flat(sets) : sets, certainty());
  }

  /** Without an inventory nobody knows which clusters there are besides Argo CD's own. */
  private Certainty certainty() {
    return settings.clusters().isEmpty()
        ? Certainty.opaque("the clusters generator needs an inventory of clusters")
        : Certainty.EXACT;
  }

  private boolean listsItsOwn() {
    return settings.clusters().stream()
        .anyMatch(c ->
            new Destination(Optional.of(c.server()), Optional.empty(), Optional.empty())
                .isInCluster());
  }

  /** Every cluster of the inventory is a Secret to Argo CD, and those carry this label. */
  private static Map<String, String> labels(Settings.Cluster cluster) {
    var labels = new TreeMap<>(cluster.labels());
    labels.putIfAbsent(TYPE_LABEL, "cluster");
    return labels;
  }

  private Fields parameters(Settings.Cluster cluster, Map<String, String> labels) {
    var parameters = new TreeMap<String, GoValue>();
    parameters.put("name", GoValue.text(cluster.name()));
    parameters.put("nameNormalized", GoValue.text(ResourceNames.normalize(cluster.name())));
    parameters.put("server", GoValue.text(cluster.server()));
    parameters.put("project", GoValue.text(cluster.project().orElse("")));
    if (interpolation.goTemplate()) {
      var metadata = new TreeMap<String, GoValue>();
      metadata.put("labels", Fields.ofTexts(labels));
      if (!cluster.annotations().isEmpty()) {
        metadata.put("annotations", Fields.ofTexts(cluster.annotations()));
      }
      parameters.put("metadata", Fields.of(metadata));
    } else {
      labels.forEach((key, value) -> parameters.put("metadata.labels." + key, GoValue.text(value)));
      cluster
          .annotations()
          .forEach(
              (key, value) -> parameters.put("metadata.annotations." + key, GoValue.text(value)));
    }
    return Fields.of(parameters);
  }

  private static Fields ownCluster() {
    String name = Destination.IN_CLUSTER_NAME;
    return Fields.of(
        Map.of(
            "name", GoValue.text(name),
            "nameNormalized", GoValue.text(name),
            "server", GoValue.text(Destination.IN_CLUSTER_SERVER),
            "project", GoValue.text("")));
  }

  private static List<Fields> flat(List<Fields> sets) {
    return List.of(Fields.of(Map.of("clusters", new GoValue.Items(List.<GoValue>copyOf(sets)))));
  }
}
