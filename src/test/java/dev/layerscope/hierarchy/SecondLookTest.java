package dev.layerscope.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.render.RenderMemory;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What another environment, a refresh and a cancelled look cost. */
class SecondLookTest {
  private static final String URL = "https://git.example.com/estate.git";
  private static final int APPLICATIONS = 30;

  private static final ControlPlanes PLANES = new OnePlane();

  private static String application(String name, String path, String revision) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: %s, targetRevision: %s}
      destination: {name: in-cluster, namespace: x}
    """
        .formatted(name, URL, path, revision);
  }

  private static GitFixture estate() {
    GitFixture estate = GitFixture.repo(URL).file("root.yaml", application("top", "deps", "main"));
    for (int i = 0; i < APPLICATIONS; i++) {
      estate
          .file("deps/a" + i + ".yaml", application("a" + i, "apps/a" + i, "main"))
          .file("apps/a" + i + "/c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n");
    }
    return estate.commit("All");
  }

  private static Hierarchy look(
      GitFixture estate, ApplicationRenderer renderer, Progress progress) {
    var bootstrap = new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), "root.yaml");
    var root = new Root("east", "east", "east", "argocd", Set.of(), bootstrap);
    var input =
        new Resolver.Input(
            List.of(root),
            GitFixture.repositories(estate),
            PLANES,
            RepoUrl::shortName,
            RevisionPolicy.AS_DECLARED);
    return new Resolver(input, renderer).resolve(progress);
  }

  @Test
  void aRefreshCostsWhatTheCommitChanged() {
    GitFixture estate = estate();
    var renderer = new ApplicationRenderer(GitFixture.repositories(estate));
    look(estate, renderer, Progress.SILENT);
    assertThat(renderer.count().renders()).isEqualTo(APPLICATIONS + 1);
    estate
        .file("apps/a3/c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: d}\n")
        .commit("One");
    Hierarchy after = look(estate, renderer, Progress.SILENT);
    assertThat(renderer.count().renders()).isEqualTo(APPLICATIONS + 2);
    assertThat(after.edges())
        .as("everything is seen at the new commit")
        .allSatisfy(edge -> assertThat(edge.declaredIn().revision()).isEqualTo(estate.head()));
  }

  /** How many nodes a look had to look into. */
  private static long lookedInto(GitFixture estate, ApplicationRenderer renderer) {
    RenderMemory.Count before = renderer.count();
    look(estate, renderer, Progress.SILENT);
    RenderMemory.Count after = renderer.count();
    return after.hits() + after.renders() - before.hits() - before.renders();
  }

  @Test
  void anEstateLargerThanTheMemoryIsKnownAsFarAsItGoesEveryTime() {
    GitFixture estate = estate();
    int most = 20;
    var renderer =
        new ApplicationRenderer(
            GitFixture.repositories(estate),
            HelmRenderer.of(GitFixture.repositories(estate)),
            Optional.empty(),
            Scopes.BUILT_IN,
            new RenderMemory(),
            new GrowthMemory(most));

    assertThat(lookedInto(estate, renderer)).isEqualTo(APPLICATIONS + 1);
    for (int i = 0; i < 3; i++) {
      assertThat(lookedInto(estate, renderer)).isEqualTo(APPLICATIONS + 1 - most);
    }
    estate.file("other.txt", "x").commit("Everything is at another commit");
    assertThat(lookedInto(estate, renderer)).isEqualTo(APPLICATIONS + 1);
    lookedInto(estate, renderer);
    assertThat(lookedInto(estate, renderer))
        .as("what was before has gone")
        .isEqualTo(APPLICATIONS + 1 - most);
  }

  @Test
  void aLookThatIsCancelledStopsInTheMiddle() {
    GitFixture estate = estate();
    var renderer = new ApplicationRenderer(GitFixture.repositories(estate));
    var asked = new AtomicInteger();
    Progress impatient =
        new Progress() {
          @Override
          public void report(String what, long done, long total) {}

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 5;
          }
        };
    assertThatThrownBy(() -> look(estate, renderer, impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(renderer.count().renders()).isLessThan(APPLICATIONS);
  }
}
