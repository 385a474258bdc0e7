package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/** Whether any Argo CD will ever act on something, and whether it knows where to (§0.3, §1.5). */
final class Dormancy {
  private Dormancy() {}

  /**
   * Why nobody acts on a child; empty when somebody does.
   *
   * @param plane the control plane of the cluster it is delivered to; empty when none is known
   */
  static Optional<String> of(
      Optional<String> plane, Settings settings, String namespace, Destination destination) {
    if (plane.isEmpty()) {
      return Optional.of("delivered to " + destination.cluster() + ", no Argo CD known there");
    }
    if (!namespace.equals(settings.namespace())
        && !WatchedNamespaces.of(settings).contains(namespace)) {
      return Optional.of("namespace " + namespace + " is not watched by Argo CD");
    }
    return Optional.empty();
  }

  static Finding finding(NodeId id, Manifest manifest, String reason) {
    boolean remote = reason.startsWith("delivered");
    return Finding.of(
        remote ? FindingCode.REMOTE_APPLICATION_WARNING : FindingCode.UNWATCHED_NAMESPACE_WARNING,
        id.kind().text()
            + " "
            + id.name()
            + " is "
            + (remote ? reason : "in a namespace that nobody watches: " + reason),
        manifest.location());
  }

  /** A destination that an inventory does not list. */
  static Optional<Finding> unknownCluster(List<Settings.Cluster> known, Application application) {
    Destination destination = application.destination();
    boolean findable =
        known.isEmpty()
            || destination.isInCluster()
            || destination.cluster().isEmpty()
            || known.stream()
                .anyMatch(c ->
                    c.name().equals(destination.cluster())
                        || c.server().equals(destination.cluster()));
    return findable
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.UNKNOWN_CLUSTER_WARNING,
                "there are no clusters with this name: " + destination.cluster(),
                application.manifest().locationOf("spec", "destination")));
  }
}
