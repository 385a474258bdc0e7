package dev.layerscope.bench.estate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An estate whose single root has as many nodes as wanted, in layers, teams and their Applications:
 * the picture of it is larger than any that is drawn in practice. The branch prod lacks some of
 * what main has. Needs {@code git}.
 */
public final class OneRoot {
  private static final String URL = "https://git.example.com/platform/wide.git";
  private static final int LAYERS = 20;
  private static final int APPLICATIONS = 20;
  private static final int CHAIN = 5;

  private final Shape shape;
  private final int nodes;
  private final int teams;
  private final String branch;

  /** What hangs from the root. */
  public enum Shape {
    /** Layers, their teams, and chains of Applications. */
    LAYERS,
    /** Applications that declare nothing, all of them below one. */
    LEAVES
  }

  private OneRoot(Shape shape, int nodes, String branch) {
    this.shape = shape;
    this.nodes = nodes;
    this.branch = branch;
    teams = Math.max(1, nodes / LAYERS / (APPLICATIONS + 2));
  }

  /**
   * Writes a workspace with its repository.
   *
   * @param nodes about as many, at least 500
   */
  public static void write(Path folder, Shape shape, int nodes) throws IOException {
    Files.createDirectories(folder.resolve("repos"));
    try (var git = new FastImport(folder.resolve("repos/wide.git"))) {
      int first = git.commit("main", "All layers", new OneRoot(shape, nodes, "main").files());
      git.branch("prod", first);
      git.commit("prod", "Point at prod", new OneRoot(shape, nodes, "prod").files());
      git.commit("main", "More for everybody", new OneRoot(shape, nodes, "main").more());
    }
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: wide estate
        repositories:
        - {url: %s, remote: repos/wide.git, defaultBranch: main, layer: baseline}
        roots:
        - {name: wide, repoURL: %s, revision: main, path: root.yaml}
        environments:
        - {name: dev, branch: main}
        - {name: prod, branch: prod}
        """
            .formatted(URL, URL));
  }

  private Map<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    files.put("root.yaml", application("wide-deps", "deps"));
    if (shape == Shape.LEAVES) {
      files.put("services/0/all.yaml", config("service-0"));
      for (int leaf = 0; leaf < nodes; leaf++) {
        files.put("deps/" + leaf(leaf) + ".yaml", application(leaf(leaf), "services/0"));
      }
      return files;
    }
    for (int l = 0; l < LAYERS; l++) {
      String layer = "layer-%02d".formatted(l);
      files.put("deps/" + layer + ".yaml", application(layer + "-deps", layer + "/deps"));
      files.put(layer + "/deps/res.yaml", application(layer + "-res", layer + "/res"));
      files.put(layer + "/res/all.yaml", config(layer));
      for (int t = 0; t < teams; t++) {
        String team = "%s-team-%02d".formatted(layer, t);
        files.put(layer + "/deps/" + team + ".yaml", application(team, team));
        for (int a = 0; a < APPLICATIONS; a++) {
          String folder = a % CHAIN == 0 ? team : folder(team, a - 1);
          String name = name(team, a);
          files.put(folder + "/" + name + ".yaml", application(name, path(team, l + t, a)));
        }
      }
    }
    for (int a = 0; a < APPLICATIONS; a++) {
      files.put("services/" + a + "/all.yaml", config("service-" + a));
    }
    return files;
  }

  private static String leaf(int number) {
    return "leaf-%05d".formatted(number);
  }

  private static String name(String team, int application) {
    return "%s-service-%02d".formatted(team, application);
  }

  /** Where the next one of a chain is declared. */
  private static String folder(String team, int application) {
    return "chains/" + name(team, application);
  }

  /** Five declare one another; of the last ones some read a folder that is not there. */
  private static String path(String team, int number, int application) {
    if (application % CHAIN < CHAIN - 1) {
      return folder(team, application);
    }
    return number % 4 == 0 && application == CHAIN - 1
        ? "services/missing"
        : "services/" + application;
  }

  /** What prod does not have yet: one more Application for each team, and a changed one. */
  private Map<String, String> more() {
    var files = new LinkedHashMap<String, String>();
    if (shape == Shape.LEAVES) {
      files.put("deps/new.yaml", application("leaf-new", "services/0"));
      return files;
    }
    for (int l = 0; l < LAYERS; l++) {
      for (int t = 0; t < teams; t++) {
        String team = "layer-%02d-team-%02d".formatted(l, t);
        files.put(team + "/new.yaml", application(team + "-new", "services/0"));
        String changed = name(team, 2 * CHAIN - 1);
        String folder = folder(team, 2 * CHAIN - 2);
        files.put(folder + "/" + changed + ".yaml", application(changed, "services/0"));
      }
    }
    return files;
  }

  private String application(String name, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: %s}
      destination: {name: in-cluster, namespace: %s}
      syncPolicy: {automated: {}}
    """
        .formatted(name, URL, path, branch, name);
  }

  private static String config(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n".formatted(name);
  }
}
