package dev.layerscope.bench.estate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes an estate: {@code EstateCommand S|M|L|XL FOLDER [SEED [MISTAKES-PER-CLUSTER [odd]]]}. The
 * folder must not exist; afterwards it holds {@code workspace.yaml} and bare repositories; {@code
 * odd} adds a fork, broken and hostile parts.
 */
public final class EstateCommand {
  private static final int EDITS = 12;

  private final EstateSize size;
  private final Path folder;
  private final long seed;
  private final int mistakes;
  private final List<String> environments;
  private final boolean odd;
  private final List<String> made = new ArrayList<>();
  private final Set<String> renderings = new TreeSet<>();

  private EstateCommand(
      EstateSize size,
      Path folder,
      long seed,
      int mistakes,
      List<String> environments,
      boolean odd) {
    this.environments = environments;
    this.odd = odd;
    this.size = size;
    this.folder = folder;
    this.seed = seed;
    this.mistakes = mistakes;
  }

  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    int mistakes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    Path folder = Path.of(arguments[1]);
    List<String> environments = arguments[0].equals("M4") ? Environments.FOUR : Environments.NAMES;
    var size = EstateSize.of(arguments[0]);
    boolean odd = arguments.length > 4 && arguments[4].equals("odd");
    var command = new EstateCommand(size, folder, seed, mistakes, environments, odd);
    Measured measured = command.measured();
    System.out.println("Estate " + arguments[0] + " in " + folder + ": " + measured.text());
  }

  /** Writes an estate of a size into a folder, and says what it amounts to. */
  static Measured write(EstateSize size, Path folder, long seed, int mistakes) throws IOException {
    return new EstateCommand(size, folder, seed, mistakes, Environments.NAMES, false).measured();
  }

  /** The same with a fork, broken and hostile parts. */
  static Measured writeWithOddParts(EstateSize size, Path folder, long seed) throws IOException {
    return new EstateCommand(size, folder, seed, 0, Environments.NAMES, true).measured();
  }

  private Measured measured() throws IOException {
    write();
    return Measured.of(folder.resolve("repos"), size.applications(), renderings.size());
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
    if (odd) {
      new OddParts(folder.resolve("repos")).write(components("res", 12, seed));
    }
    Files.writeString(folder.resolve("workspace.yaml"), workspace());
    if (!made.isEmpty()) {
      Files.write(folder.resolve("mistakes.txt"), made);
    }
  }

  private FastImport repository(String name) throws IOException {
    return new FastImport(folder.resolve("repos").resolve(name + ".git"));
  }

  /**
   * The clusters came one after the other. Each environment's branch holds the same, pointed at its
   * own branches.
   */
  private void clusters() throws IOException {
    try (FastImport git = repository("clusters")) {
      int first = 0;
      for (int cluster = 0; cluster < size.clusters(); cluster++) {
        first =
            git.commit("main", "Bring up cluster-%03d".formatted(cluster), cluster(cluster, "dev"));
      }
      for (String environment : environments) {
        String branch = Environments.branch(environment);
        if (!branch.equals("main")) {
          git.branch(branch, first);
          var files = new LinkedHashMap<String, String>();
          for (int cluster = 0; cluster < size.clusters(); cluster++) {
            files.putAll(cluster(cluster, environment));
          }
          git.commit(branch, "Point the clusters at " + environment, files);
        }
      }
    }
  }

  private Map<String, String> cluster(int cluster, String environment) {
    var files = new ClusterFiles(size, environment);
    Map<String, String> texts = files.of(cluster, seed, mistakes);
    if (environment.equals("dev")) {
      made.addAll(files.mistakes());
    }
    renderings.addAll(files.renderings());
    return texts;
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

  private void released(FastImport git, int mark) {
    git.tag("v1.0.0", mark);
    environments.stream().skip(1).forEach(environment -> git.branch(environment, mark));
  }

  /**
   * New images one after the other, every third one by way of a topic that is merged; qa and prod
   * have some of them, and one topic is still open.
   */
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
        mark = deliver(git, mark, team, tag, edit % 3 == 0);
        if (edit == EDITS / 3) {
          git.branch("prod", mark);
          git.tag("v" + tag, mark);
        }
        if (edit == EDITS / 2 && environments.contains("staging")) {
          git.branch("staging", mark);
        }
        if (edit == EDITS * 2 / 3) {
          git.branch("qa", mark);
          git.tag("v" + tag, mark);
        }
      }
      git.branch("topic/next", mark);
      git.commit(
          "topic/next", "Try 2.0 of team %d".formatted(repository), files(repository, "2.0"));
    }
  }

  private int deliver(FastImport git, int mark, int team, String tag, boolean topic) {
    Map<String, String> delivered = files(team, tag);
    String what = "%s of team %d".formatted(tag, team);
    if (!topic) {
      return git.commit("main", "Deliver " + what, delivered);
    }
    String branch = "topic/team-%d-%s".formatted(team, tag);
    git.branch(branch, mark);
    int done = git.commit(branch, "Try " + what, delivered);
    return git.merge("main", "Merge " + branch, done, delivered);
  }

  private Map<String, String> files(int number, String tag) {
    var random = new Random(seed * 1009 + number);
    Team team = Team.of(number, size);
    if (team.isChart()) {
      return Map.of(team.name() + "/README.md", "Delivered with a chart, " + tag + "\n");
    }
    return team.isKustomize()
        ? TeamFiles.kustomize(team.name(), team.name(), tag, random, environments)
        : TeamFiles.plain(team.name(), team.name(), tag, random);
  }

  private String workspace() {
    var text = new StringBuilder("name: estate of " + size.applications() + "\nrepositories:\n");
    var names = new ArrayList<>(List.of("clusters", "baseline", "families", "charts"));
    for (int i = 0; i < size.teamRepositories(); i++) {
      names.add("teams-" + i);
    }
    for (String name : names) {
      text.append(
          "- {url: %s%s.git, remote: repos/%s.git, defaultBranch: main, layer: %s}\n"
              .formatted(ClusterFiles.BASE, name, name, name.replaceFirst("-.*", "")));
    }
    text.append(odd ? OddParts.repositories() : "").append("roots:\n");
    for (int i = 0; i < size.clusters(); i++) {
      String cluster = "cluster-%03d".formatted(i);
      text.append(
          "- {name: %s, repoURL: %sclusters.git, revision: main, path: clusters/%s/root.yaml}\n"
              .formatted(cluster, ClusterFiles.BASE, cluster));
    }
    text.append(odd ? OddParts.root() : "").append("environments:\n");
    for (String environment : environments) {
      text.append(
          "- {name: %s, branch: %s}\n".formatted(environment, Environments.branch(environment)));
    }
    return text.toString();
  }
}
