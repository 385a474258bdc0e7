package dev.layerscope.bench.estate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes an estate: {@code EstateCommand S|M|L FOLDER [SEED [MISTAKES-PER-CLUSTER]]}. The folder
 * must not exist; afterwards it holds {@code workspace.yaml} and bare repositories.
 */
public final class EstateCommand {
  private static final int EDITS = 12;

  private final EstateSize size;
  private final Path folder;
  private final long seed;
  private final int mistakes;

  private EstateCommand(EstateSize size, Path folder, long seed, int mistakes) {
    this.size = size;
    this.folder = folder;
    this.seed = seed;
    this.mistakes = mistakes;
  }

  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    int mistakes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    write(EstateSize.of(arguments[0]), Path.of(arguments[1]), seed, mistakes);
  }

  /** Writes an estate of a size into a folder. */
  static void write(EstateSize size, Path folder, long seed, int mistakes) throws IOException {
    new EstateCommand(size, folder, seed, mistakes).write();
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("repos"));
    clusters();
    layer("baseline", "res", 12);
    families();
    charts();
    for (int i = 0; i < size.teamRepositories(); i++) {
      teams(i);
    }
    Files.writeString(folder.resolve("workspace.yaml"), workspace());
  }

  private FastImport repository(String name) throws IOException {
    return new FastImport(folder.resolve("repos").resolve(name + ".git"));
  }

  /** Each environment's branch holds the same, pointed at its own branches. */
  private void clusters() throws IOException {
    try (FastImport git = repository("clusters")) {
      int first = 0;
      for (String environment : Environments.NAMES) {
        String branch = Environments.branch(environment);
        if (first > 0) {
          git.branch(branch, first);
        }
        var files = new LinkedHashMap<String, String>();
        for (int cluster = 0; cluster < size.clusters(); cluster++) {
          files.putAll(new ClusterFiles(size, environment).of(cluster, seed, mistakes));
        }
        int mark = git.commit(branch, "Describe the clusters in " + environment, files);
        first = first == 0 ? mark : first;
      }
    }
  }

  private void layer(String name, String path, int components) throws IOException {
    try (FastImport git = repository(name)) {
      released(git, git.commit("main", "Begin", components(path, components, seed)));
    }
  }

  private static Map<String, String> components(String path, int count, long seed) {
    var random = new Random(seed);
    var files = new LinkedHashMap<String, String>();
    for (int i = 0; i < count; i++) {
      String name = "component-" + i;
      TeamFiles.plain(path, name, "1." + i, random)
          .forEach(
              (file, text) -> files.put(file.replace(path + "/", path + "/" + name + "-"), text));
    }
    return files;
  }

  private void families() throws IOException {
    try (FastImport git = repository("families")) {
      var files = new LinkedHashMap<String, String>();
      for (int i = 0; i < 4; i++) {
        files.putAll(components("type-" + i, 8, seed + i));
      }
      released(git, git.commit("main", "Begin", files));
    }
  }

  private void charts() throws IOException {
    try (FastImport git = repository("charts")) {
      var files = new LinkedHashMap<String, String>();
      for (int i = 0; i < 5; i++) {
        files.putAll(TeamFiles.chart("web-" + i, "web-" + i));
      }
      released(git, git.commit("main", "Begin", files));
    }
  }

  private static void released(FastImport git, int mark) {
    git.branch("qa", mark);
    git.branch("prod", mark);
  }

  /** New images one after the other; qa and prod have some of them. */
  private void teams(int repository) throws IOException {
    try (FastImport git = repository("teams-" + repository)) {
      var files = new LinkedHashMap<String, String>();
      for (int team = repository; team < size.teams(); team += size.teamRepositories()) {
        files.putAll(files(team, "1.0"));
      }
      int mark = git.commit("main", "Begin", files);
      int ofRepository = Math.max(size.teams() / size.teamRepositories(), 1);
      for (int edit = 1; edit <= EDITS; edit++) {
        int team = repository + edit * 7 % ofRepository * size.teamRepositories();
        String tag = "1." + edit;
        mark = git.commit("main", "Deliver %s of team %d".formatted(tag, team), files(team, tag));
        if (edit == EDITS / 3) {
          git.branch("prod", mark);
        }
        if (edit == EDITS * 2 / 3) {
          git.branch("qa", mark);
        }
      }
    }
  }

  private Map<String, String> files(int number, String tag) {
    var random = new Random(seed * 1009 + number);
    Team team = Team.of(number, size, false);
    if (team.isChart()) {
      return Map.of(team.name() + "/README.md", "Delivered with a chart, " + tag + "\n");
    }
    return team.isKustomize()
        ? TeamFiles.kustomize(team.name(), team.name(), tag, random)
        : TeamFiles.plain(team.name(), team.name(), tag, random);
  }

  private String workspace() {
    var text = new StringBuilder("name: estate of " + size.applications() + "\nrepositories:\n");
    var names = new java.util.ArrayList<>(List.of("clusters", "baseline", "families", "charts"));
    for (int i = 0; i < size.teamRepositories(); i++) {
      names.add("teams-" + i);
    }
    for (String name : names) {
      text.append(
          "- {url: %s%s.git, remote: repos/%s.git, defaultBranch: main, layer: %s}\n"
              .formatted(ClusterFiles.BASE, name, name, name.replaceFirst("-.*", "")));
    }
    text.append("roots:\n");
    for (int i = 0; i < size.clusters(); i++) {
      String cluster = "cluster-%03d".formatted(i);
      text.append(
          "- {name: %s, repoURL: %sclusters.git, revision: main, path: clusters/%s/root.yaml}\n"
              .formatted(cluster, ClusterFiles.BASE, cluster));
    }
    text.append("environments:\n");
    for (String environment : Environments.NAMES) {
      text.append(
          "- {name: %s, branch: %s}\n".formatted(environment, Environments.branch(environment)));
    }
    return text.toString();
  }
}
