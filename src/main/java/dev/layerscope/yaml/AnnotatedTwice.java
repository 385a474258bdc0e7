package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The one key that Kustomize takes twice: {@code metadata.annotations} of an object. Setting its
 * own annotations it takes the first mapping away and writes what that held into the next one, so
 * both count and the first one wins, before anybody looks for duplicate keys.
 */
final class AnnotatedTwice {
  private AnnotatedTwice() {}

  /** Joins such mappings in a document, in place. */
  static void join(Node document) {
    if (!(document instanceof MappingNode root)) {
      return;
    }
    for (NodeTuple field : root.getValue()) {
      if (isKey(field, "metadata") && field.getValueNode() instanceof MappingNode metadata) {
        join(metadata);
      }
    }
  }

  private static void join(MappingNode metadata) {
    List<NodeTuple> all =
        metadata.getValue().stream()
            .filter(field -> isKey(field, "annotations"))
            .filter(field -> field.getValueNode() instanceof MappingNode)
            .toList();
    if (all.size() < 2) {
      return;
    }
    var joined = new LinkedHashMap<String, NodeTuple>();
    for (NodeTuple annotations : all) {
      for (NodeTuple entry : ((MappingNode) annotations.getValueNode()).getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          joined.putIfAbsent(key.getValue(), entry);
        }
      }
    }
    NodeTuple last = all.getLast();
    ((MappingNode) last.getValueNode()).setValue(new ArrayList<>(joined.values()));
    metadata.setValue(
        new ArrayList<>(
            metadata.getValue().stream().filter(f -> f == last || !all.contains(f)).toList()));
  }

  private static boolean isKey(NodeTuple field, String name) {
    return field.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }
}
