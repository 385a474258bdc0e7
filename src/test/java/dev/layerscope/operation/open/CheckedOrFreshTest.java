package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two clusters over a common base, with a team that both read, in which anything may change at any
 * moment: what rules found before and tell again is what they find afresh, to the last line number.
 * {@code -Dchecked.rounds=N} looks more often than the default.
 */
class CheckedOrFreshTest {
  private static final int ROUNDS = Integer.getInteger("checked.rounds", 40);
  private static final String HOST = "https://git.example.com/";
  private static final List<String> CLUSTERS = List.of("east", "west");

  @TempDir private Path folder = Path.of(".");
  private final Random random = new Random(20261123);
  private final GitFixture east = GitFixture.repo(HOST + "east.git").defaultBranch("dev");
  private final GitFixture west = GitFixture.repo(HOST + "west.git").defaultBranch("dev");
  private final GitFixture base = GitFixture.repo(HOST + "base.git").defaultBranch("dev");
  private final GitFixture team = GitFixture.repo(HOST + "team.git").defaultBranch("dev");

  private boolean released;

  private String any(String... words) {
    return words[random.nextInt(words.length)];
  }

  private static String application(String name, String spec) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
    %s
    """
        .formatted(name, spec.indent(2));
  }

  private String someApplication(String name) {
    return application(
        name,
        """
        project: %s
        source: {repoURL: "%s", path: %s, targetRevision: %s%s}
        destination: {%s, namespace: %s}
        %s\
        """
            .formatted(
                any("default", "default", "own", "gone"),
                any(HOST + "team.git", HOST + "team", HOST + "base.git"),
                any("one", "two", "k", "deps", "nowhere"),
                any("dev", "dev", "qa", "v1.*", "HEAD"),
                any("", "", ", helm: {values: 'password: abcdefgh'}"),
                any("name: in-cluster", "name: in-cluster", "name: west", "name: unknown"),
                any("x", "y"),
                any("", "syncPolicy: {automated: {prune: true, allowEmpty: true}}")));
  }

  private static String named(String version, String kind, String name, String rest) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s}\n%s\n"
        .formatted(version, kind, name, rest);
  }

  private static String project(String repositories) {
    return named(
        "argoproj.io/v1alpha1",
        "AppProject",
        "own, namespace: argocd",
        "spec: {sourceRepos: ['%s'], destinations: [{server: '*', namespace: x}]}"
            .formatted(repositories));
  }

  /** Somebody commits something, somewhere. */
  private void change() {
    GitFixture cluster = random.nextBoolean() ? east : west;
    String branch = any("dev", "dev", "qa");
    String theirs = released ? branch : "dev";
    String map = named("v1", "ConfigMap", any("m", "n"), "data: {a: '" + random.nextInt(4) + "'}");
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        String name = any("a", "b", "c");
        cluster.on(branch).file("deps/" + name + ".yaml", someApplication(name)).commit("App");
      }
      case 2 -> cluster.on(branch).delete("deps/" + any("a", "b") + ".yaml").commit("Less");
      case 3 -> cluster.on(branch).file("deps/own.yaml", project(any("*", "x"))).commit("Project");
      case 4 -> cluster.on(branch).delete("deps/own.yaml").commit("No project");
      case 5 -> base.on(branch).file("deps/map.yaml", map).commit("Base");
      case 6 ->
          base.on(branch)
              .file("deps/kind.yaml", named("example.com/v1", "Toy", "toy", ""))
              .commit("Custom");
      case 7 ->
          base.on(branch)
              .file(
                  "deps/definition.yaml",
                  named(
                      "apiextensions.k8s.io/v1",
                      "CustomResourceDefinition",
                      "toys.example.com",
                      "spec: {group: example.com, names: {kind: Toy}, scope: "
                          + any("Cluster", "Namespaced")
                          + "}"))
              .commit("Definition");
      case 8 -> team.on(theirs).file(any("one", "two", "k") + "/m.yaml", map).commit("Map");
      case 9 ->
          team.on(theirs)
              .file(any("one", "two") + "/.argocd-source-" + any("a", "gone") + ".yaml", "{}")
              .commit("Override");
      case 10 ->
          team.on(theirs)
              .file("two/ns.yaml", named("v1", "Namespace", any("x", "y"), ""))
              .commit("Namespace");
      default -> team.on("dev").tag("v1." + random.nextInt(1000));
    }
  }

  private void begin() throws Exception {
    var workspace = new StringBuilder("name: estate\nrepositories:\n");
    for (GitFixture one : all()) {
      workspace.append("  - url: ").append(one.url().text()).append('\n');
    }
    workspace.append("roots:\n");
    for (String name : CLUSTERS) {
      String root = "  - {name: %1$s, repoURL: '%2$s%1$s.git', revision: dev, path: root.yaml}\n";
      workspace.append(root.formatted(name, HOST));
    }
    workspace.append("environments:\n  - {name: dev, branch: dev}\n  - {name: qa, branch: qa}\n");
    Files.writeString(folder.resolve("workspace.yaml"), workspace);
    for (GitFixture cluster : List.of(east, west)) {
      String deps =
          """
          project: default
          source: {repoURL: '%s', path: deps, targetRevision: dev}
          destination: {name: in-cluster}\
          """;
      cluster
          .file("root.yaml", application("deps", deps.formatted(cluster.url().text())))
          .file("deps/base.yaml", application("base", deps.formatted(base.url().text())))
          .file("deps/a.yaml", someApplication("a"))
          .commit("Begin")
          .branch("qa");
    }
    base.file("deps/map.yaml", named("v1", "ConfigMap", "m, namespace: x", ""))
        .commit("Begin")
        .branch("qa");
    team.file("one/m.yaml", named("v1", "ConfigMap", "m", ""))
        .file("two/m.yaml", named("v1", "ConfigMap", "m", ""))
        .file("k/kustomization.yaml", "resources: [m.yaml]\n")
        .file("k/m.yaml", named("v1", "ConfigMap", "m", ""))
        .file("k/left.yaml", named("v1", "ConfigMap", "left", ""))
        .commit("Begin");
  }

  private List<GitFixture> all() {
    return List.of(east, west, base, team);
  }

  private OpenRepositories now(Workspace workspace) {
    var access = new ArrayList<Access>();
    for (GitFixture one : all()) {
      access.add(new Access.Available(one.url(), one.clone()));
    }
    return new OpenRepositories(workspace, access);
  }

  private static String look(Opened opened, Selection selection) {
    Hierarchy hierarchy = Resolve.resolve(opened, selection, Progress.SILENT);
    return Stream.of(hierarchy.roots(), hierarchy.nodes(), hierarchy.edges())
        .flatMap(Collection::stream)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  private Selection selection() {
    return random.nextInt(3) == 0 ? Selection.environment(any("dev", "qa")) : Selection.DECLARED;
  }

  @Test
  void whatRulesFoundBeforeIsWhatTheyFindAfresh() throws Exception {
    begin();
    Workspace workspace = WorkspaceFile.read(folder);
    var remembering = new Opened(workspace, now(workspace));
    for (int round = 0; round < ROUNDS; round++) {
      if (random.nextInt(4) > 0) {
        change();
      }
      if (round == ROUNDS / 3) {
        team.on("dev").branch("qa"); // which makes it one of an environment
        released = true;
      }
      Selection selection = selection();
      Opened today = remembering.beside(workspace, now(workspace));
      assertThat(look(today, selection))
          .as("round %d", round)
          .isEqualTo(look(new Opened(workspace, now(workspace)), selection));
    }
    long districts = 2L * ROUNDS;
    assertThat(remembering.checks().checked()).isLessThan(districts * 3 / 4);
  }

  @Test
  void aCommitThatChangesOneClusterHasThatOneChecked() throws Exception {
    begin();
    Workspace workspace = WorkspaceFile.read(folder);
    var opened = new Opened(workspace, now(workspace));
    look(opened, Selection.DECLARED);
    assertThat(opened.checks().checked()).isEqualTo(2);
    west.on("dev").file("deps/more.yaml", someApplication("more")).commit("More");
    look(opened.beside(workspace, now(workspace)), Selection.DECLARED);
    assertThat(opened.checks().checked()).isEqualTo(3);
    base.on("dev").file("README", "nothing that anybody renders").commit("Words");
    look(opened.beside(workspace, now(workspace)), Selection.DECLARED);
    assertThat(opened.checks().checked()).isEqualTo(3);
  }
}
