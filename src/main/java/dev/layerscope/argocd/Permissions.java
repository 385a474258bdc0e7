package dev.layerscope.argocd;

import java.util.ArrayList;
import java.util.List;

/**
 * What Argo CD says about an Application's sources and destination when it holds them against the
 * project on every refresh (specification §8, §10 mistakes 8, 9, 14 to 16).
 */
public final class Permissions {
  private Permissions() {}

  /**
   * The refusals, in Argo CD's words; empty when all is permitted or cannot be told.
   *
   * @param namespace where the Application lives
   * @param settings of its control plane
   */
  public static List<String> refusals(
      Application application, String namespace, AppProject project, Settings settings) {
    var refusals = new ArrayList<String>();
    var rules = new ProjectRules(project);
    for (Source source : application.sources()) {
      if (!rules.permitsSource(source.repoURL())) {
        refusals.add(
            "application repo %s is not permitted in project '%s'"
                .formatted(source.repoURL().display(), project.name()));
      }
    }
    if (!rules.permitsNamespace(namespace, settings.namespace())) {
      refusals.add(
          "application '%s' in namespace '%s' is not permitted to use project '%s'"
              .formatted(application.name(), namespace, project.name()));
    }
    destination(application, rules, project, settings, refusals);
    return refusals;
  }

  private static void destination(
      Application application,
      ProjectRules rules,
      AppProject project,
      Settings settings,
      List<String> refusals) {
    Destination destination = application.destination();
    switch (DestinationCluster.of(destination, settings)) {
      case DestinationCluster.Refused(String message) -> refusals.add(message);
      case DestinationCluster.Known cluster -> {
        List<Settings.Cluster> scoped =
            settings.clusters().stream()
                .filter(c -> c.project().filter(project.name()::equals).isPresent())
                .toList();
        String to = destination.namespace().orElse("");
        if (rules.permitsDestination(cluster, to, scoped) == ProjectRules.Verdict.REFUSED) {
          refusals.add(
              "application destination server '%s' and namespace '%s' do not match any of the allowed destinations in project '%s'"
                  .formatted(cluster.server(), to, project.name()));
        }
      }
    }
  }
}
