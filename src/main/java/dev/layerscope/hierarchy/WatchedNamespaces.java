package dev.layerscope.hierarchy;

import dev.layerscope.argocd.ProjectRules;
import dev.layerscope.argocd.Settings;
import java.util.List;
import java.util.function.Predicate;

/**
 * The namespaces outside its own that a control plane watches for Applications (specification
 * §1.11).
 */
record WatchedNamespaces(List<Predicate<String>> patterns) {
  static WatchedNamespaces of(Settings settings) {
    return new WatchedNamespaces(
        settings.applicationNamespaces().stream().map(ProjectRules::namespacePattern).toList());
  }

  boolean contains(String namespace) {
    return patterns.stream().anyMatch(pattern -> pattern.test(namespace));
  }
}
