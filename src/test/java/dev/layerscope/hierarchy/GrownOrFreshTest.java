package dev.layerscope.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.work.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An estate in which anything may change at any moment, looked at as declared and in an
 * environment, under two settings: with all that is remembered it is what a fresh look gives, to
 * the last line number. {@code -Dgrown.rounds=N} looks more often than the default.
 */
class GrownOrFreshTest {
  private static final int ROUNDS = Integer.getInteger("grown.rounds", 150);
  private static final String DEPS = "https://git.example.com/deps.git";
  private static final String TEAM = "https://git.example.com/team.git";
  private static final String BASE = "https://git.example.com/base.git";

  private final Random random = new Random(20261101);
  private final GitFixture deps = GitFixture.repo(DEPS);
  private final GitFixture team = GitFixture.repo(TEAM);
  private final GitFixture base = GitFixture.repo(BASE);

  /** Values, as those of a workspace are: equal when they decide the same. */
  private record Planes(Settings all) implements ControlPlanes {
    @Override
    public Settings settings(String controlPlane) {
      return all;
    }

    @Override
    public Optional<String> runningIn(String controlPlane, Destination destination) {
      return Optional.of(controlPlane);
    }
  }

  private record Names() implements Layers {
    @Override
    public String of(RepoUrl repository) {
      return repository.shortName();
    }
  }

  /** Everything below the roots at a branch where there is one. */
  private static final RevisionPolicy QA =
      new RevisionPolicy() {
        @Override
        public RootRead rootFile(Root root, RepoUrl repository, Optional<String> declared) {
          return new RootRead.At(Optional.of("qa"));
        }

        @Override
        public Choice rootSource(Root root, RepoUrl repository, Optional<String> declared) {
          return Choice.asDeclared(Optional.of("qa"));
        }

        @Override
        public Choice below(RepoUrl repository, Optional<String> declared) {
          return Choice.asDeclared(declared.map(ref -> ref.equals("main") ? "qa" : ref));
        }
      };

  private String any(String... words) {
    return words[random.nextInt(words.length)];
  }

  private String application(String name) {
    String also =
        any("", "", "    ref: values\n")
            + any("", "    kustomize: {namePrefix: p-}\n", "    directory: {recurse: true}\n");
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s%s}
    spec:
      sources:
      - repoURL: "%s"
        path: %s
        targetRevision: %s
    %s  destination: {name: in-cluster, namespace: %s}
    """
        .formatted(
            name,
            any(", namespace: argocd", ", namespace: argocd", "", ", namespace: other"),
            any(TEAM, TEAM, DEPS, "https://git.example.com/nobody.git"),
            any("one", "two", "k", "deps/more", "nowhere"),
            any("main", "main", "qa", "v1.*", "gone", "HEAD"),
            also,
            any("x", "y"));
  }

  private String set() {
    String generator =
        any(
            "directories: [{path: 'one'}, {path: 'k'}]",
            "directories: [{path: '*'}]",
            "files: [{path: '*/c.yaml'}]");
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: ApplicationSet
    metadata: {name: set, namespace: argocd}
    spec:
      generators:
      - git: {repoURL: "%s", revision: %s, %s}
      template:
        metadata: {name: 's-{{path.basename}}'}
        spec:
          project: default
          source: {repoURL: "%s", path: '{{path}}', targetRevision: main}
          destination: {name: in-cluster, namespace: x}
    """
        .formatted(TEAM, any("main", "qa", "gone"), generator, TEAM);
  }

  private String map() {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: \"%d\"}\n"
        .formatted(any("m", "n"), random.nextInt(4));
  }

  /** Somebody commits something, somewhere. */
  private void change() {
    String branch = any("main", "main", "qa");
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        String name = any("a", "b", "c");
        deps.on(branch).file("deps/" + name + ".yaml", application(name)).commit("App");
      }
      case 2 -> deps.on(branch).file("deps/set.yaml", set()).commit("Set");
      case 3 -> deps.on(branch).file("deps/more/z.yaml", application("z")).commit("More");
      case 4 -> deps.on(branch).delete("deps/" + any("b", "c") + ".yaml").commit("Less");
      case 5, 6 -> team.on(branch).file(any("one", "two", "k") + "/c.yaml", map()).commit("Map");
      case 7 -> team.on(branch).file("k/kustomization.yaml", kustomization()).commit("K");
      case 8 -> base.on("main").file("k/m.yaml", map()).commit("Base");
      default -> team.on("main").tag("v1." + random.nextInt(1000));
    }
  }

  private String kustomization() {
    return "resources: [" + any("c.yaml", BASE + "//k?ref=main", "../one") + "]\n";
  }

  private Hierarchy look(
      ApplicationRenderer renderer, RevisionPolicy policy, Settings settings, boolean all) {
    Repositories repositories =
        all ? GitFixture.repositories(deps, team, base) : GitFixture.repositories(deps, team);
    var bootstrap = new Root.Bootstrap.InGit(new RepoUrl(DEPS), Optional.of("main"), "root.yaml");
    var root = new Root("east", "east", "east", "argocd", Set.of(), bootstrap);
    var input =
        new Resolver.Input(List.of(root), repositories, new Planes(settings), new Names(), policy);
    var charts = HelmRenderer.of(repositories);
    return new Resolver(input, renderer.beside(repositories, charts)).resolve(Progress.SILENT);
  }

  private static String all(Hierarchy hierarchy) {
    return Stream.of(hierarchy.roots(), hierarchy.nodes(), hierarchy.edges(), hierarchy.findings())
        .flatMap(Collection::stream)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatIsRememberedIsWhatAFreshLookGives() {
    begin();
    var remembering = new ApplicationRenderer(GitFixture.repositories(deps, team, base));
    for (int round = 0; round < ROUNDS; round++) {
      if (random.nextInt(3) > 0) {
        change();
      }
      RevisionPolicy policy = random.nextBoolean() ? RevisionPolicy.AS_DECLARED : QA;
      Settings settings =
          random.nextInt(3) == 0 ? Settings.DEFAULT.withNamespace("other") : Settings.DEFAULT;
      boolean all = random.nextInt(6) > 0;
      var fresh = new ApplicationRenderer(GitFixture.repositories(deps, team, base));
      assertThat(all(look(remembering, policy, settings, all)))
          .as("round %d", round)
          .isEqualTo(all(look(fresh, policy, settings, all)));
    }
  }

  @Test
  void whatNothingTouchedIsTheVeryNodeItWas() {
    begin();
    team.on("main").file("one/c.yaml", map()).commit("Map");
    var remembering = new ApplicationRenderer(GitFixture.repositories(deps, team, base));
    Hierarchy before = look(remembering, RevisionPolicy.AS_DECLARED, Settings.DEFAULT, true);
    base.on("main").file("k/other.yaml", map()).commit("Elsewhere");
    Hierarchy after = look(remembering, RevisionPolicy.AS_DECLARED, Settings.DEFAULT, true);
    assertThat(before.nodes()).hasSizeGreaterThan(2);
    for (HierarchyNode node : after.nodes()) {
      if (node.findings().isEmpty()) {
        assertThat(node).isSameAs(before.get(node.id()));
      }
    }
  }

  private void begin() {
    deps.file(
            "root.yaml",
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: top, namespace: argocd}
            spec:
              project: default
              source: {repoURL: "%s", path: deps, targetRevision: main}
              destination: {name: in-cluster, namespace: argocd}
            """
                .formatted(DEPS))
        .file("deps/set.yaml", set().replaceAll("revision: \\w+", "revision: main"))
        .commit("Begin")
        .branch("qa");
    team.file("one/c.yaml", map())
        .file("k/kustomization.yaml", "resources: [../one]\n")
        .commit("Begin")
        .branch("qa");
    base.file("k/kustomization.yaml", "resources: [m.yaml]\n")
        .file("k/m.yaml", map())
        .commit("Begin");
  }
}
