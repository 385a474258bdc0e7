package dev.layerscope.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderMemoryTest {
  private static final String BASE = "https://git.example.com/base.git";
  private static final String CONFIG_MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n";

  private final TreeFixture repository = new TreeFixture("https://git.example.com/team.git");
  private final RenderMemory memory = new RenderMemory(10_000);

  private Rendered render(String path, String revision, Mapping kustomize, Repositories others) {
    Snapshot snapshot = repository.snapshot();
    var source =
        new Source(
            snapshot.url(),
            Optional.of(path),
            Optional.of(revision),
            Optional.empty(),
            Optional.empty(),
            Optional.of(kustomize).filter(block -> !block.isEmpty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            3);
    return new Renderer(Settings.DEFAULT, others, memory, HelmRenderer.of(others))
        .render(source, snapshot, new Context("app", "default", Optional.empty()));
  }

  private Rendered render(String path) {
    return render(path, "main", Mapping.EMPTY, GitFixture.repositories());
  }

  private static List<String> names(Rendered rendered) {
    return rendered.manifests().stream().map(Manifest::name).toList();
  }

  @Test
  void whatDidNotChangeIsNotRenderedAgainAndIsSeenAtTheNewCommit() {
    repository.file("app/a.yaml", CONFIG_MAP.formatted("a")).file("other/x", "1");
    Rendered before = render("app");
    repository.file("other/x", "2");
    Rendered after = render("app");
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(1, 1));
    assertThat(after.manifests().getFirst().origin().commit())
        .isEqualTo(repository.snapshot().commit())
        .isNotEqualTo(before.manifests().getFirst().origin().commit());
    assertThat(after.manifests().getFirst().root()).isSameAs(before.manifests().getFirst().root());
  }

  @Test
  void aFileThatChangesAppearsOrGoesIsSeen() {
    repository.file("app/a.yaml", CONFIG_MAP.formatted("a"));
    assertThat(names(render("app"))).containsExactly("a");
    repository.file("app/a.yaml", CONFIG_MAP.formatted("changed"));
    assertThat(names(render("app"))).containsExactly("changed");
    repository.file("app/b.yaml", CONFIG_MAP.formatted("b"));
    assertThat(names(render("app"))).containsExactly("changed", "b");
    repository.file("app/kustomization.yaml", "resources: [b.yaml]\n");
    assertThat(names(render("app"))).containsExactly("b");
    assertThat(memory.count().hits()).isZero();
  }

  @Test
  void aFolderThatIsNotEnteredMayChange() {
    repository.file("a.yaml", CONFIG_MAP.formatted("a")).file("docs/x", "1");
    render(".");
    repository.file("docs/x", "2");
    assertThat(names(render("."))).containsExactly("a");
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(1, 1));
  }

  @Test
  void aBaseOutsideTheFolderIsPartOfIt() {
    repository
        .file("base/kustomization.yaml", "resources: [a.yaml]\n")
        .file("base/a.yaml", CONFIG_MAP.formatted("a"))
        .file("prod/kustomization.yaml", "resources: [../base]\nnamePrefix: p-\n");
    assertThat(names(render("prod"))).containsExactly("p-a");
    repository.file("base/a.yaml", CONFIG_MAP.formatted("b"));
    assertThat(names(render("prod"))).containsExactly("p-b");
    repository.file("base/README", "not read");
    render("prod");
    assertThat(memory.count().renders()).isLessThanOrEqualTo(3);
  }

  @Test
  void whatWasNotThereIsPartOfIt() {
    repository.file("prod/kustomization.yaml", "resources: [../base]\n");
    assertThat(render("prod").failed()).isTrue();
    repository
        .file("base/kustomization.yaml", "resources: [a.yaml]\n")
        .file("base/a.yaml", CONFIG_MAP.formatted("a"));
    assertThat(names(render("prod"))).containsExactly("a");
  }

  @Test
  void aBaseInAnotherRepositoryIsReadAgainWhenItsBranchMoves() {
    GitFixture base =
        GitFixture.repo(BASE)
            .file("kustomization.yaml", "resources: [a.yaml]\n")
            .file("a.yaml", CONFIG_MAP.formatted("a"))
            .file("docs", "1")
            .commit("First");
    repository.file("app/kustomization.yaml", "resources: ['" + BASE + "?ref=main']\n");
    Repositories others = GitFixture.repositories(base);
    assertThat(names(render("app", "main", Mapping.EMPTY, others))).containsExactly("a");
    base.file("docs", "2").commit("Docs");
    Rendered same = render("app", "main", Mapping.EMPTY, GitFixture.repositories(base));
    assertThat(same.manifests().getFirst().origin().commit()).isEqualTo(base.head());
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(1, 1));
    base.file("a.yaml", CONFIG_MAP.formatted("b")).commit("Change");
    assertThat(names(render("app", "main", Mapping.EMPTY, GitFixture.repositories(base))))
        .containsExactly("b");
  }

  @Test
  void aChartIsRenderedAgainOnlyWhenItOrItsValuesChange() {
    repository
        .file("app/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n")
        .file("app/values.yaml", "name: a\n")
        .file("app/templates/c.yaml", CONFIG_MAP.formatted("{{ .Values.name }}"))
        .file("other/x", "1");
    assertThat(names(render("app"))).containsExactly("a");
    repository.file("other/x", "2");
    assertThat(render("app").manifests().getFirst().origin().commit())
        .isEqualTo(repository.snapshot().commit());
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(1, 1));
    repository.file("app/values.yaml", "name: b\n");
    assertThat(names(render("app"))).containsExactly("b");
  }

  @Test
  void aRevisionMattersOnlyToThoseWhoPutItIn() {
    repository
        .file("app/kustomization.yaml", "resources: [a.yaml]\n")
        .file("app/a.yaml", CONFIG_MAP.formatted("a"));
    render("app", "dev", Mapping.EMPTY, GitFixture.repositories());
    render("app", "qa", Mapping.EMPTY, GitFixture.repositories());
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(1, 1));
    Mapping labels =
        Mapping.EMPTY.with(
            "commonLabels",
            Mapping.EMPTY.with("from", Scalar.of("$ARGOCD_APP_SOURCE_TARGET_REVISION")));
    render("app", "dev", labels, GitFixture.repositories());
    Rendered qa = render("app", "qa", labels, GitFixture.repositories());
    assertThat(qa.manifests().getFirst().root().textAt("metadata", "labels", "from"))
        .contains("qa");
    assertThat(memory.count()).isEqualTo(new RenderMemory.Count(3, 1));
  }

  @Test
  void aLinkThatLeadsElsewhereIsPartOfIt() {
    repository
        .file("one/a.yaml", CONFIG_MAP.formatted("one"))
        .file("two/a.yaml", CONFIG_MAP.formatted("two"))
        .link("app/a.yaml", "../one/a.yaml");
    assertThat(names(render("app"))).containsExactly("one");
    repository.link("app/a.yaml", "../two/a.yaml");
    assertThat(names(render("app"))).containsExactly("two");
  }

  @Test
  void thereIsAnEndToWhatIsRemembered() {
    var small = new RenderMemory(40);
    for (int i = 0; i < 20; i++) {
      repository.file("app" + i + "/a.yaml", CONFIG_MAP.formatted("a" + i));
    }
    Snapshot snapshot = repository.snapshot();
    Repositories none = GitFixture.repositories();
    var renderer = new Renderer(Settings.DEFAULT, none, small, HelmRenderer.of(none));
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 20; i++) {
        var source =
            new Source(
                new RepoUrl("https://git.example.com/team.git"),
                Optional.of("app" + i),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
        var context = new Context("app", "default", Optional.empty());
        assertThat(names(renderer.render(source, snapshot, context))).containsExactly("a" + i);
      }
    }
    assertThat(small.count().renders()).as("the oldest were forgotten").isGreaterThan(30);
  }
}
