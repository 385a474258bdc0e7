package dev.layerscope.bench.estate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What large estates have besides what is meant: a fork that went its own way, repositories that
 * are empty or not there, files that are broken, and some that somebody wrote to do harm. The rest
 * of the estate has to stand beside all of it.
 */
final class OddParts {
  static final String ROOT = "odd";

  private final Path repositories;
  private final Map<String, String> files = new LinkedHashMap<>();

  OddParts(Path repositories) {
    this.repositories = repositories;
  }

  /** Lines of the workspace file for the repositories made here. */
  static String repositories() {
    return entry("baseline-fork", ", forkOf: \"" + ClusterFiles.BASE + "baseline.git\"")
        + entry("odd", "")
        + entry("odd-links", "")
        + entry("nothing", "")
        + entry("gone", "");
  }

  private static String entry(String name, String more) {
    return "- {url: %s%s.git, remote: repos/%s.git, defaultBranch: main%s}\n"
        .formatted(ClusterFiles.BASE, name, name, more);
  }

  /** The line of the workspace file for the root. */
  static String root() {
    return "- {name: %s, repoURL: %sodd.git, revision: main, path: root.yaml}\n"
        .formatted(ROOT, ClusterFiles.BASE);
  }

  /**
   * Writes the repositories; {@code gone} stays away.
   *
   * @param baseline what the fork began from
   */
  void write(Map<String, String> baseline) throws IOException {
    try (FastImport fork = new FastImport(repositories.resolve("baseline-fork.git"))) {
      fork.commit("main", "Begin", baseline);
      for (int i = 1; i <= 3; i++) {
        String own = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own-%d}\n".formatted(i);
        fork.commit("main", "Go our own way " + i, Map.of("res/own-" + i + ".yaml", own));
      }
    }
    FastImport.run(
        List.of("git", "init", "-q", "--bare", repositories.resolve("nothing.git").toString()));
    // One link out of a repository, and Argo CD refuses all of it.
    try (FastImport links = new FastImport(repositories.resolve("odd-links.git"))) {
      links.commit("main", "Link", Map.of(FastImport.LINK + "f/a.yaml", "../../../etc/passwd"));
    }
    everyOddThing();
    try (FastImport odd = new FastImport(repositories.resolve("odd.git"))) {
      odd.commit("main", "Write what nobody should", files);
    }
  }

  private void everyOddThing() {
    files.put("root.yaml", application("odd", "odd", "apps"));
    child("broken", Map.of("a.yaml", "apiVersion: v1\nkind: [ConfigMap\nmetadata:\n"));
    child("bomb", Map.of("a.yaml", bomb()));
    child("deep", Map.of("a.yaml", "kind: Deep\na: " + "[".repeat(5_000) + "]".repeat(5_000)));
    child(
        "circle",
        Map.of(FastImport.LINK + "a.yaml", "b.yaml", FastImport.LINK + "b.yaml", "a.yaml"));
    child("remote", Map.of("kustomization.yaml", "resources: [\"ext::sh -c touch% /tmp/odd\"]\n"));
    child(
        "plugin",
        Map.of(
            "kustomization.yaml",
            "generators: [g.yaml]\n",
            "g.yaml",
            """
            apiVersion: x/v1
            kind: Run
            metadata:
              name: x
              annotations:
                config.kubernetes.io/function: "exec: {path: ./run.sh}"
            """));
    child(
        "chart",
        Map.of(
            "Chart.yaml",
            "apiVersion: v2\nname: c\nversion: 1.0.0\n",
            "templates/a.yaml",
            """
            kind: ConfigMap
            apiVersion: v1
            metadata: {name: c}
            data:
              a: {{ lookup "v1" "Secret" "kube-system" "" | toJson | quote }}
              b: {{ .Files.Get "/etc/passwd" | quote }}
            """));
    child("terminal", Map.of("a.yaml", "kind: ConfigMap\nmetadata: {name: \"a\\e[2J\\u202Eb\"}\n"));
    files.put("apps/empty.yaml", application("odd-empty", "nothing", "."));
    files.put("apps/outside.yaml", application("odd-outside", "odd-links", "f"));
    files.put("apps/gone.yaml", application("odd-gone", "gone", "."));
    files.put("apps/fork.yaml", application("odd-fork", "baseline-fork", "res"));
    files.put("apps/self.yaml", application("odd", "odd", "apps"));
  }

  /** An Application over a folder with some files. */
  private void child(String name, Map<String, String> contents) {
    files.put("apps/" + name + ".yaml", application("odd-" + name, "odd", "f/" + name));
    contents.forEach((file, text) -> {
      boolean link = file.startsWith(FastImport.LINK);
      String plain = link ? file.substring(FastImport.LINK.length()) : file;
      files.put((link ? FastImport.LINK : "") + "f/" + name + "/" + plain, text);
    });
  }

  private static String application(String name, String repository, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s%s.git", path: %s, targetRevision: main}
      destination: {server: "https://kubernetes.default.svc", namespace: odd}
    """
        .formatted(name, ClusterFiles.BASE, repository, path);
  }

  /** Ten aliases of ten aliases, nine times over. */
  private static String bomb() {
    var text = new StringBuilder("kind: ConfigMap\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      text.append("a%d: &a%d [".formatted(i, i));
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a" + (i - 1)).append("]\n");
    }
    return text.toString();
  }
}
