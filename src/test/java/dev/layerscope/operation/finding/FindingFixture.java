package dev.layerscope.operation.finding;

import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small estate written as one text, for a finding that must be there and for one close by that
 * must not: {@code src/test/resources/findings/CODE.txt}.
 *
 * <pre>
 * ## both                          what the two estates share
 * >>> deps/x.yaml                  a file of the repository "estate", branch main
 * >>> team:deploy/y.yaml           a file of the repository "team"
 * >>> link a -> b                  a symbolic link
 * >>> app NAME KEY=VALUE…          an Application in deps/NAME.yaml: path, repo, ns, project, rev,
 *                                  in (the folder, for deps), dest (the destination, in flow style);
 *                                  the lines below it belong to its spec
 * >>> workspace                    lines of workspace.yaml
 * >>> environment E                is looked at; >>> branch B is the branch everything lies on;
 *                                  >>> tip B a further branch; >>> earlier B a branch of the commit
 *                                  before; >>> tag T a tag
 * >>> empty R, >>> unavailable R   a repository without a commit, or one that cannot be read
 * >>> large PATH MB                a manifest of that size
 * ## wrong                         what is wrong
 * ## right                         the same, right
 * </pre>
 *
 * The root is an automated Application {@code top} over {@code deps}.
 */
public final class FindingFixture {
  public static final Path FOLDER = Path.of("src/test/resources/findings");
  private static final String BASE = "https://git.example.com/platform/";

  private final Map<String, Map<String, String>> repositories = new LinkedHashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();
  private final StringBuilder workspace = new StringBuilder();
  private final List<String> tips = new ArrayList<>();
  private final List<String> earlier = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<Access> others = new ArrayList<>();
  private String environment = "";
  private String revision = "main";

  private FindingFixture() {
    repositories.put("estate", new LinkedHashMap<>());
    file("estate:deps/.keep", "");
  }

  /** One of the two estates of a text. */
  static Hierarchy resolve(String text, String variant, Path folder)
      throws IOException, WorkspaceException {
    var fixture = new FindingFixture();
    fixture.read(section(text, "both"));
    fixture.read(section(text, variant));
    try (Opened opened = fixture.open(folder)) {
      Selection selection =
          fixture.environment.isEmpty()
              ? Selection.DECLARED
              : Selection.environment(fixture.environment);
      return Resolve.resolve(opened, selection, Progress.SILENT);
    }
  }

  /** One of the two estates, its one branch being an environment unless the text has some. */
  public static Opened opened(String text, String variant, Path folder)
      throws IOException, WorkspaceException {
    var fixture = new FindingFixture();
    fixture.read(section(text, "both"));
    fixture.read(section(text, variant));
    if (fixture.workspace.indexOf("environments:") < 0) {
      fixture
          .workspace
          .append("environments: [{name: prod, branch: ")
          .append(fixture.revision)
          .append("}]\n");
    }
    return fixture.open(folder);
  }

  private static String section(String text, String name) {
    for (String part : ("\n" + text).split("\n## ")) {
      if (part.startsWith(name + "\n")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  private void read(String section) {
    String head = "";
    var body = new StringBuilder();
    for (String line : (section + "\n>>> end").split("\n", -1)) {
      if (line.startsWith(">>> ")) {
        if (!head.isEmpty()) {
          entry(head, body.toString());
        }
        head = line.substring(4).strip();
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
  }

  private void entry(String head, String body) {
    String[] words = head.split(" ");
    switch (words[0]) {
      case "app" -> declared(words, body);
      case "link" -> links.put(words[1], words[3]);
      case "workspace" -> workspace.append(body);
      case "environment" -> environment = words[1];
      case "branch" -> revision = words[1];
      case "tip" -> tips.add(words[1]);
      case "earlier" -> earlier.add(words[1]);
      case "tag" -> tags.add(words[1]);
      case "empty" -> repositories.put(words[1], Map.of());
      case "unavailable" ->
          others.add(
              new Access.Unavailable(
                  new RepoUrl(BASE + words[1] + ".git"),
                  GitException.Kind.NETWORK,
                  "it does not answer"));
      case "large" -> file("estate:" + words[1], large(Integer.parseInt(words[2])));
      default -> file(words[0].contains(":") ? words[0] : "estate:" + words[0], body);
    }
  }

  private void declared(String[] words, String body) {
    var options = new LinkedHashMap<String, String>();
    for (int i = 2; i < words.length; i++) {
      int sign = words[i].indexOf('=');
      options.put(words[i].substring(0, sign), words[i].substring(sign + 1));
    }
    String folder = options.getOrDefault("in", "deps");
    String spec = body.isBlank() ? automated() : body.stripTrailing() + "\n";
    file(
        (folder.contains(":") ? folder : "estate:" + folder) + "/" + words[1] + ".yaml",
        application(words[1], options) + spec);
  }

  private String application(String name, Map<String, String> options) {
    String namespace = options.containsKey("ns") ? ", namespace: " + options.get("ns") : "";
    String destination =
        options.getOrDefault("dest", "{server:~https://kubernetes.default.svc" + namespace + "}");
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: %s}
    spec:
      project: %s
      source: {repoURL: %s, path: "%s", targetRevision: %s}
      destination: %s
    """
        .formatted(
            name,
            options.getOrDefault("home", "argocd"),
            options.getOrDefault("project", "default"),
            options.getOrDefault("url", BASE + options.getOrDefault("repo", "estate") + ".git"),
            options.getOrDefault("path", name),
            options.getOrDefault("rev", revision),
            destination.replace('~', ' '));
  }

  private static String large(int megabytes) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: large, namespace: default}\ndata:\n"
        + "  x: "
        + "0123456789".repeat(megabytes * 100_000)
        + "\n";
  }

  private static String automated() {
    return "  syncPolicy: {automated: {prune: true}}\n";
  }

  private void file(String place, String text) {
    int colon = place.indexOf(':');
    repositories
        .computeIfAbsent(place.substring(0, colon), unused -> new LinkedHashMap<>())
        .put(place.substring(colon + 1), text);
  }

  private Opened open(Path folder) throws IOException, WorkspaceException {
    repositories
        .get("estate")
        .putIfAbsent(
            "root.yaml", application("top", Map.of("path", "deps", "in", "")) + automated());
    var all = new ArrayList<>(others);
    var listed = new StringBuilder();
    for (Map.Entry<String, Map<String, String>> repository : repositories.entrySet()) {
      GitFixture git = git(repository.getKey(), repository.getValue());
      all.add(new Access.Available(git.url(), git.clone()));
      listed.append("  - url: ").append(git.url().text()).append('\n');
    }
    others.forEach(access -> listed.append("  - url: ").append(access.url().text()).append('\n'));
    boolean ownRoots = workspace.indexOf("roots:") >= 0;
    String roots =
        ownRoots
            ? ""
            : "roots:\n  - {name: east, repoURL: \"%sestate.git\", revision: %s, path: root.yaml}\n"
                .formatted(BASE, revision);
    Files.writeString(
        folder.resolve("workspace.yaml"),
        "name: fixture\nrepositories:\n" + listed + roots + workspace);
    Workspace read = WorkspaceFile.read(folder);
    return new Opened(read, new OpenRepositories(read, all));
  }

  private GitFixture git(String name, Map<String, String> files) {
    GitFixture git = GitFixture.repo(BASE + name + ".git").defaultBranch(revision);
    files.forEach(git::file);
    if (name.equals("estate")) {
      links.forEach(git::symlink);
    }
    if (files.isEmpty()) {
      return git;
    }
    boolean main = name.equals("estate");
    if (main && !earlier.isEmpty()) {
      git.commit("Before");
      earlier.forEach(branch -> git.branch(branch).on(revision));
      git.file("later.txt", "later");
    }
    git.commit("All");
    if (main) {
      tips.forEach(branch -> git.branch(branch).on(revision));
      tags.forEach(git::tag);
    }
    return git;
  }

  public static Optional<Path> of(String code) {
    Path file = FOLDER.resolve(code + ".txt");
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  public static List<Path> all() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
