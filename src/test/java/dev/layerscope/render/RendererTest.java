package dev.layerscope.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Certainty.Level;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.NoRepositories;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Scopes;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final String CONFIG_MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n";

  private final TreeFixture repository = new TreeFixture("https://git.example.com/team.git");
  private final Renderer renderer = new Renderer(Settings.DEFAULT, new NoRepositories());

  @Test
  void plainManifestsKeepTheFileAndLineTheyWereWrittenAt() {
    repository.file(
        "app/two.yaml", CONFIG_MAP.formatted("a") + "---\n" + CONFIG_MAP.formatted("b"));
    Rendered rendered = render("path: app");
    assertThat(rendered.type()).isEqualTo(SourceType.DIRECTORY);
    assertThat(rendered.certainty()).isEqualTo(Certainty.EXACT);
    assertThat(rendered.manifests())
        .extracting(m -> m.name() + " " + m.location().pathAndLine())
        .containsExactly("a app/two.yaml:1", "b app/two.yaml:6");
  }

  @Test
  void subfoldersAreReadOnlyWhenAskedForAndBecomeGroups() {
    repository
        .file("top.yaml", CONFIG_MAP.formatted("top"))
        .file("app-1/x/deep.yaml", CONFIG_MAP.formatted("deep"))
        .file("app-2/b.yaml", CONFIG_MAP.formatted("b"));
    assertThat(names(render("path: ."))).containsExactly("top");
    Rendered rendered = render("path: .\ndirectory: {recurse: true}");
    assertThat(names(rendered)).containsExactly("deep", "b", "top");
    assertThat(rendered.groups())
        .extracting(g -> g.name() + " " + g.manifests())
        .containsExactly("app-1 1", "app-2 1");
  }

  @Test
  void aKustomizationBeatsAChartAndABlockBeatsBoth() {
    repository.file("k/Chart.yaml", "").file("k/kustomization.yaml", "").file("h/Chart.yaml", "");
    assertThat(render("path: k").type()).isEqualTo(SourceType.KUSTOMIZE);
    assertThat(render("path: h").type()).isEqualTo(SourceType.HELM);
    assertThat(render("path: k\ndirectory: {recurse: true}").type())
        .isEqualTo(SourceType.DIRECTORY);
    assertThat(render("path: k\nhelm: {}").type()).isEqualTo(SourceType.KUSTOMIZE);
    assertThat(codes(render("path: k\nhelm: {releaseName: a}\nkustomize: {namePrefix: b}")))
        .containsExactly(FindingCode.MULTIPLE_SOURCE_TYPES_ERROR);
  }

  @Test
  void anOverrideFileChangesTheSource() {
    repository
        .file("a/.argocd-source.yaml", "directory: {recurse: true}")
        .file("a/sub/cm.yaml", CONFIG_MAP.formatted("sub"))
        .file("b/.argocd-source-app.yaml", "kustomize: []");
    assertThat(names(render("path: a"))).containsExactly("sub");
    assertThat(codes(render("path: b")))
        .containsExactly(FindingCode.OVERRIDE_FILE_UNREADABLE_ERROR);
  }

  @Test
  void oneBadLinkAnywhereFailsEverySourceOfTheRepository() {
    repository
        .file("app/a.yaml", CONFIG_MAP.formatted("a"))
        .link("elsewhere/x/bad", "../../../repo/app");
    Rendered rendered = render("path: app");
    assertThat(rendered.failed()).isTrue();
    assertThat(rendered.findings())
        .extracting(Finding::message)
        .containsExactly("repository contains out-of-bounds symlinks. file: elsewhere/x/bad");
  }

  @Test
  void aPathThatIsALinkIsATrap() {
    repository.file("real/a.yaml", CONFIG_MAP.formatted("a")).link("alias", "real").link("up", ".");
    assertThat(codes(render("path: alias"))).containsExactly(FindingCode.PATH_IS_SYMLINK_WARNING);
    assertThat(names(render("path: alias"))).isEmpty();
    assertThat(names(render("path: up/real"))).containsExactly("a");
  }

  @Test
  void aSubmoduleBelowIsOpaqueAndTheRestStands() {
    repository.file("a.yaml", CONFIG_MAP.formatted("a")).submodule("vendor/lib");
    Rendered rendered = render("path: .\ndirectory: {recurse: true}");
    assertThat(names(rendered)).containsExactly("a");
    assertThat(rendered.certainty().why()).containsExactly("the submodule vendor/lib is not read");
  }

  @Test
  void aJsonnetFileIsNamedAndTheRestStands() {
    repository.file("a.yaml", CONFIG_MAP.formatted("a")).file("b.jsonnet", "{kind: 'X'}");
    Rendered rendered = render("path: .");
    assertThat(names(rendered)).containsExactly("a");
    assertThat(rendered.certainty())
        .isEqualTo(Certainty.lacking(Level.OPAQUE, "Jsonnet is not evaluated: b.jsonnet"));
    assertThat(rendered.certainty().ofWhatIsThere().level()).isEqualTo(Level.ASSUMED);
  }

  @Test
  void aLibraryOfJsonnetOutsideTheRepositoryIsRefusedWhereJsonnetIs() {
    repository
        .file("with/b.jsonnet", "{kind: 'X'}")
        .file("without/a.yaml", CONFIG_MAP.formatted("a"));
    String libraries = "\ndirectory: {jsonnet: {libs: [../../vendor]}}";
    Rendered refused = render("path: with" + libraries);
    assertThat(refused.failed()).isTrue();
    assertThat(refused.findings())
        .extracting(Finding::message)
        .containsExactly("file '../../vendor' resolved to outside repository root");
    assertThat(names(render("path: without" + libraries))).containsExactly("a");
  }

  @Test
  void jsonThatIsNoManifestBreaksTheApplicationYamlDoesNot() {
    repository
        .file("package.json", "{\n\t\"name\": \"x\"\n}")
        .file("ok/values.yaml", "a: 1\n---\n" + CONFIG_MAP);
    assertThat(codes(render("path: ."))).containsExactly(FindingCode.NON_MANIFEST_JSON_ERROR);
    assertThat(render("path: ok").failed()).as("the three words occur").isTrue();
    repository.file("fine/values.yaml", "a: 1\n");
    assertThat(render("path: fine").failed()).isFalse();
  }

  @Test
  void afterRenderingListsAreTakenApartAndTheLastOfEqualKeysWins() {
    repository.file(
        "a.yaml",
        """
        kind: List
        apiVersion: v1
        items:
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: "1"}}
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, data: {x: "2"}}
        - {apiVersion: v1, kind: Namespace, metadata: {name: shop, namespace: wrong}}
        - {apiVersion: v1, kind: Endpoints, metadata: {name: e}}
        ---
        apiVersion: v1
        kind: ConfigMapList
        items: null
        """);
    Rendered all = after(render("path: ."));
    assertThat(all.manifests())
        .extracting(m -> m.key().text())
        .containsExactly("ConfigMap/shop/a", "Namespace/shop");
    assertThat(all.manifests().getFirst().root().textAt("data", "x")).contains("2");
    assertThat(codes(all))
        .containsExactly(
            FindingCode.REPEATED_RESOURCE_WARNING, FindingCode.EXCLUDED_RESOURCE_WARNING);
    assertThat(all.findings().getFirst().message())
        .isEqualTo("Resource /ConfigMap/shop/a appeared 2 times among application resources.");
  }

  @Test
  void oneRenderingIsPutIntoEveryNamespaceItGoesTo() {
    repository.file(
        "a.yaml",
        """
        {apiVersion: v1, kind: ConfigMap, metadata: {name: a, annotations: {helm.sh/hook: x}}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: argocd-cm}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: own}}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: c, namespace: wrong}}
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: shop}}
        """);
    Rendered source = render("path: .");
    assertThat(keys(source, "shop"))
        .containsExactly(
            "ConfigMap/shop/a",
            "ConfigMap/shop/argocd-cm",
            "ConfigMap/own/b",
            "Namespace/c",
            "ConfigMap/shop/b");
    assertThat(keys(source, "own")).contains("ConfigMap/own/a", "ConfigMap/shop/b");
    assertThat(keys(source, "")).contains("ConfigMap/a", "ConfigMap/own/b");
  }

  private List<String> keys(Rendered source, String namespace) {
    Assembled whole = whole(source, namespace);
    assertThat(whole.objects())
        .as("the summaries are those of the objects")
        .isEqualTo(whole.manifests().stream().map(RenderedObject::of).toList());
    assertThat(whole(source, namespace)).isSameAs(whole);
    return whole.manifests().stream().map(manifest -> manifest.key().text()).toList();
  }

  @Test
  void manyWhoAskAtOnceGetTheVerySameObjects() throws Exception {
    repository.file("a.yaml", CONFIG_MAP.formatted("a"));
    Rendered source = render("path: .");
    for (int i = 0; i < 200; i++) {
      String namespace = "shop-" + i;
      Set<List<Manifest>> answers = Collections.newSetFromMap(new IdentityHashMap<>());
      var start = new CyclicBarrier(4);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Callable<List<Manifest>> ask =
            () -> {
              start.await();
              return whole(source, namespace).manifests();
            };
        for (Future<List<Manifest>> answer : threads.invokeAll(Collections.nCopies(4, ask))) {
          answers.add(answer.get());
        }
      }
      assertThat(answers).as(namespace).hasSize(1);
    }
  }

  private Assembled whole(Rendered source, String namespace) {
    var there =
        new Destination(Optional.empty(), Optional.of("in-cluster"), Optional.of(namespace));
    return renderer.afterRendering(List.of(source), there, Scopes.BUILT_IN);
  }

  @Test
  void aLabelThatIsNoStringFailsTheApplication() {
    repository.file("a.yaml", CONFIG_MAP.formatted("a") + "  labels:\n    on-call: yes\n");
    Rendered all = after(render("path: ."));
    assertThat(all.failed()).isTrue();
    assertThat(all.findings().getFirst().message())
        .contains("contains non-string value in the map under key \"on-call\"");
    assertThat(all.findings().getFirst().locations().getFirst().line()).isEqualTo(6);
  }

  private Rendered after(Rendered source) {
    var shop = new Destination(Optional.empty(), Optional.of("in-cluster"), Optional.of("shop"));
    return renderer.afterRendering(List.of(source), shop, Scopes.BUILT_IN).rendered();
  }

  private Rendered render(String source) {
    Mapping root =
        (Mapping) ((Document.Content) YamlReader.read(source, Reading.ARGO).getFirst()).root();
    var declared =
        new Source(
            new RepoUrl("https://git.example.com/team.git"),
            root.textAt("path"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            root.mapping("kustomize"),
            root.mapping("helm"),
            root.mapping("directory"),
            root.mapping("plugin"),
            1);
    return renderer.render(
        declared, repository.snapshot(), new Context("app", "default", Optional.of("shop")));
  }

  private static List<String> names(Rendered rendered) {
    return rendered.manifests().stream().map(Manifest::name).toList();
  }

  private static List<FindingCode> codes(Rendered rendered) {
    return rendered.findings().stream().map(Finding::code).toList();
  }
}
