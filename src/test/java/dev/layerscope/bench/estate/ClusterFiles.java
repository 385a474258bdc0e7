package dev.layerscope.bench.estate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What the repository of the clusters holds for one of them, on one environment's branch. */
final class ClusterFiles {
  static final String BASE = "https://git.example.com/estate/";

  private final EstateSize size;
  private final String environment;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> made = new ArrayList<>();
  private final Set<String> renderings = new TreeSet<>();

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
   * @param mistakes how many of its Applications have a mistake in them
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
      Team of = Team.of(team, size);
      boolean wrong = i < mistakes;
      if (!wrong && i % 2 == 0 && !of.isChart()) {
        files.put(folder + "/teams/app-%03d.yaml".formatted(i), parameters(of, i));
      } else {
        String path = folder + "/deps/apps/app-%03d.yaml".formatted(i);
        String manifest = declared(of, i, cluster);
        files.put(path, wrong ? mistaken(manifest, path, cluster + i) : manifest);
      }
    }
    return files;
  }

  private String mistaken(String manifest, String path, int number) {
    Mistake mistake = Mistake.of(number);
    made.add(mistake.code().text() + " " + path);
    return mistake.in(manifest, environment);
  }

  /** The mistakes that were made: what tells each, and its file. */
  List<String> mistakes() {
    return made;
  }

  /** The renderings of charts that are asked for: no two of them are the same. */
  Set<String> renderings() {
    return renderings;
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
    renderings.add("web-" + team.number() / 10 % 5 + " with values-" + values);
    String helm = "    helm: {releaseName: web, valueFiles: [values-%d.yaml]}\n".formatted(values);
    return application(name(team, index), "charts", "web-" + team.number() / 10 % 5, helm)
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
