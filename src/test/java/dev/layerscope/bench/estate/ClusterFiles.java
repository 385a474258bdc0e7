package dev.layerscope.bench.estate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What the repository of the clusters holds for one of them, on one environment's branch. */
final class ClusterFiles {
  static final String BASE = "https://git.example.com/estate/";

  private final EstateSize size;
  private final String environment;
  private final Map<String, String> files = new LinkedHashMap<>();

  ClusterFiles(EstateSize size, String environment) {
    this.size = size;
    this.environment = environment;
  }

  /** One Application manifest. */
  private String application(String name, String repository, String path, String more) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata:
      name: %s
      namespace: argocd
      finalizers: [resources-finalizer.argocd.argoproj.io]
    spec:
      project: default
      source:
        repoURL: %s%s.git
        path: %s
        targetRevision: %s
    %s  destination:
        server: https://kubernetes.default.svc
        namespace: %s
      syncPolicy:
        automated: {prune: true, selfHeal: true}
        syncOptions: [CreateNamespace=true]
    """
        .formatted(
            name, BASE, repository, path, Environments.branch(environment), more, "ns-" + name);
  }

  /**
   * The files of a cluster.
   *
   * @param mistakes how many of its Applications point nowhere
   */
  Map<String, String> of(int cluster, long seed, int mistakes) {
    var random = new Random(seed * 31 + cluster);
    String folder = "clusters/cluster-%03d".formatted(cluster);
    files.put(
        folder + "/root.yaml",
        application(
            "cluster-root", "clusters", folder + "/deps", "    directory: {recurse: true}\n"));
    files.put(folder + "/deps/baseline.yaml", application("baseline", "baseline", "res", ""));
    files.put(
        folder + "/deps/family.yaml", application("family", "families", "type-" + cluster % 4, ""));
    files.put(folder + "/deps/teams.yaml", set(folder));
    int applications = size.perCluster() - 3;
    for (int i = 0; i < applications; i++) {
      int team = random.nextInt(size.teams());
      // What has a mistake points at a folder that is not there.
      Team of = Team.of(team, size, i < mistakes);
      if (i % 2 == 0 && !of.isChart()) {
        files.put(folder + "/teams/app-%03d.yaml".formatted(i), parameters(of, i));
      } else {
        files.put(folder + "/deps/apps/app-%03d.yaml".formatted(i), declared(of, i, cluster));
      }
    }
    return files;
  }

  private String name(Team team, int index) {
    return team.name() + "-" + index;
  }

  private String parameters(Team team, int index) {
    return "app: {name: %s, repository: %s, path: %s}\n"
        .formatted(name(team, index), team.repository(), team.path(environment));
  }

  /** Charts share release, namespace and values, so that few renders are distinct. */
  private String declared(Team team, int index, int cluster) {
    if (!team.isChart()) {
      return application(name(team, index), team.repository(), team.path(environment), "");
    }
    int values = (index + cluster) % 20;
    String helm = "    helm: {releaseName: web, valueFiles: [values-%d.yaml]}\n".formatted(values);
    return application(name(team, index), "charts", "web-" + team.number() % 5, helm)
        .replace("namespace: ns-" + name(team, index), "namespace: web");
  }

  private String set(String folder) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: ApplicationSet
    metadata: {name: teams, namespace: argocd}
    spec:
      goTemplate: true
      goTemplateOptions: ["missingkey=error"]
      generators:
      - git:
          repoURL: %1$sclusters.git
          revision: %2$s
          files: [{path: "%3$s/teams/*.yaml"}]
      template:
        metadata: {name: "{{ .app.name }}"}
        spec:
          project: default
          source:
            repoURL: "%1$s{{ .app.repository }}.git"
            path: "{{ .app.path }}"
            targetRevision: %2$s
          destination: {server: https://kubernetes.default.svc, namespace: "ns-{{ .app.name }}"}
          syncPolicy:
            automated: {prune: true, selfHeal: true}
            syncOptions: [CreateNamespace=true]
    """
        .formatted(BASE, Environments.branch(environment), folder);
  }
}
