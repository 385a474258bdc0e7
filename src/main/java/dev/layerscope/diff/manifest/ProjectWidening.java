package dev.layerscope.diff.manifest;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an AppProject allows more than before: what it lists, or what it no longer forbids. */
final class ProjectWidening {
  private static final List<String> ALLOWS =
      List.of(
          "sourceRepos",
          "destinations",
          "sourceNamespaces",
          "clusterResourceWhitelist",
          "destinationServiceAccounts");
  private static final List<String> FORBIDS =
      List.of("namespaceResourceBlacklist", "clusterResourceBlacklist");

  private ProjectWidening() {}

  static Optional<Risk> between(Optional<Manifest> from, Optional<Manifest> to) {
    Optional<Mapping> before = from.flatMap(m -> m.root().mapping("spec"));
    Optional<Mapping> after = to.flatMap(m -> m.root().mapping("spec"));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    var wider = new ArrayList<String>();
    for (String field : ALLOWS) {
      more(field, items(before.get(), field), items(after.get(), field)).ifPresent(wider::add);
    }
    for (String field : FORBIDS) {
      less(field, items(before.get(), field), items(after.get(), field)).ifPresent(wider::add);
    }
    namespaced(before.get(), after.get()).ifPresent(wider::add);
    return wider.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Risk(
                Risk.Kind.PROJECT_WIDENED, "the project allows more: " + String.join(", ", wider)));
  }

  private static Optional<String> more(String field, Set<String> before, Set<String> after) {
    var added = new HashSet<>(after);
    added.removeAll(before);
    added.removeIf(item -> item.startsWith("\"!"));
    var denied = new HashSet<>(before);
    denied.removeAll(after);
    denied.removeIf(item -> !item.startsWith("\"!"));
    return added.isEmpty() && denied.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  private static Optional<String> less(String field, Set<String> before, Set<String> after) {
    var gone = new HashSet<>(before);
    gone.removeAll(after);
    return gone.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  /** Without a list every namespaced kind is allowed; an empty one allows none. */
  private static Optional<String> namespaced(Mapping before, Mapping after) {
    String field = "namespaceResourceWhitelist";
    boolean opened = before.has(field) && !after.has(field);
    boolean longer =
        before.has(field)
            && after.has(field)
            && more(field, items(before, field), items(after, field)).isPresent();
    return opened || longer ? Optional.of(field) : Optional.empty();
  }

  private static Set<String> items(Mapping spec, String field) {
    return spec.sequence(field).map(Sequence::items).orElse(List.of()).stream()
        .map(JsonText::of)
        .collect(Collectors.toSet());
  }
}
