package dev.layerscope.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.work.Progress;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ApplicationSets in the hierarchy: what they generate, and what becomes of their mistakes. */
class GeneratedApplicationsTest {
  private static final String URL = "https://git.example.com/platform/estate.git";
  private static final String TEMPLATE =
      """
        template:
          metadata: {name: '%s'}
          spec:
            project: default
            source: {repoURL: "%s", path: '%s', targetRevision: main}
            destination: {server: "https://kubernetes.default.svc", namespace: x}
      """;

  private static String set(String generators, String name, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: ApplicationSet
    metadata: {name: fleet, namespace: argocd}
    spec:
      goTemplate: true
      goTemplateOptions: ["missingkey=error"]
      generators: %s
    """
            .formatted(generators)
        + TEMPLATE.formatted(name, URL, path);
  }

  private static GitFixture repository(String set) {
    return GitFixture.repo(URL)
        .file("set.yaml", set)
        .file("apps/web/x.yaml", "kind: ConfigMap\napiVersion: v1\nmetadata: {name: web}\n")
        .file("apps/api/x.yaml", "kind: ConfigMap\napiVersion: v1\nmetadata: {name: api}\n")
        .file("clusters/east.json", "{\"cluster\": {\"name\": \"east\", \"nodes\": 3}}")
        .commit("All");
  }

  private static Hierarchy resolve(
      GitFixture repository, Root root, RevisionPolicy policy, SampleParameters samples) {
    var planes = new OwnPlanes();
    var repositories = GitFixture.repositories(repository);
    var input =
        new Resolver.Input(
            List.of(root), repositories, planes, RepoUrl::shortName, policy, samples);
    return new Resolver(input, new ApplicationRenderer(repositories)).resolve(Progress.SILENT);
  }

  private static Hierarchy resolve(String set) {
    var bootstrap = new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), "set.yaml");
    return resolve(
        repository(set),
        new Root("east", "east", "east", "argocd", Set.of(), bootstrap),
        RevisionPolicy.AS_DECLARED,
        SampleParameters.NONE);
  }

  private static HierarchyNode fleet(Hierarchy hierarchy) {
    return hierarchy.nodes().stream()
        .filter(n -> n.kind() == NodeKind.APPLICATION_SET)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> children(Hierarchy hierarchy) {
    return hierarchy.childrenOf(fleet(hierarchy).id()).stream().map(HierarchyNode::name).toList();
  }

  private static List<FindingCode> codes(Hierarchy hierarchy) {
    return fleet(hierarchy).findings().stream().map(Finding::code).toList();
  }

  @Test
  void directoriesBecomeApplicationsThatAreRendered() {
    Hierarchy hierarchy =
        resolve(
            set(
                "[{git: {repoURL: '" + URL + "', revision: main, directories: [{path: apps/*}]}}]",
                "{{.path.basename}}",
                "{{.path.path}}"));
    assertThat(children(hierarchy)).containsExactly("api", "web");
    HierarchyNode web = hierarchy.childrenOf(fleet(hierarchy).id()).getLast();
    assertThat(web.certainty()).isEqualTo(Certainty.EXACT);
    assertThat(web.rendered().total()).isEqualTo(1);
    Edge edge = hierarchy.declarationsOf(web.id()).getFirst();
    assertThat(edge.how()).isEqualTo(How.GENERATED);
    assertThat(edge.declaredIn().pathAndLine()).isEqualTo("set.yaml:9");
    assertThat(web.application().orElseThrow().finalizers())
        .containsExactly("resources-finalizer.argocd.argoproj.io");
  }

  @Test
  void filesGiveParametersOfAnyShape() {
    Hierarchy hierarchy =
        resolve(
            set(
                "[{git: {repoURL: '"
                    + URL
                    + "', revision: main, files: [{path: clusters/*.json}]}}]",
                "{{.cluster.name}}-{{.cluster.nodes}}-{{.path.filenameNormalized}}",
                "apps/web"));
    assertThat(children(hierarchy)).containsExactly("east-3-east.json");
  }

  @Test
  void aFailingTemplateLeavesTheSetWithoutChildrenAndSaysWhatArgoCdWould() {
    Hierarchy hierarchy = resolve(set("[{list: {elements: [{a: x}]}}]", "{{.b}}", "apps/web"));
    assertThat(children(hierarchy)).isEmpty();
    assertThat(codes(hierarchy)).containsExactly(FindingCode.APPLICATION_SET_ERROR);
    assertThat(fleet(hierarchy).findings().getFirst().message())
        .contains("map has no entry for key \"b\"");
    assertThat(fleet(hierarchy).certainty()).isEqualTo(Certainty.EXACT);
  }

  @Test
  void allOfADuplicateNameAreLeftOutAndTheOthersStay() {
    Hierarchy hierarchy =
        resolve(set("[{list: {elements: [{a: x}, {a: z}, {a: x}]}}]", "{{.a}}", "apps/web"));
    assertThat(children(hierarchy)).containsExactly("z");
    assertThat(codes(hierarchy)).containsExactly(FindingCode.DUPLICATE_GENERATED_APPLICATION_ERROR);
  }

  @Test
  void whatNeedsMoreThanGitIsOpaqueAndTheRestIsKnown() {
    Hierarchy hierarchy =
        resolve(set("[{list: {elements: [{a: x}]}}, {pullRequest: {}}]", "{{.a}}", "apps/web"));
    assertThat(children(hierarchy)).containsExactly("x");
    assertThat(fleet(hierarchy).certainty().level()).isEqualTo(Certainty.Level.OPAQUE);
    assertThat(fleet(hierarchy).certainty().why())
        .containsExactly("the pullRequest generator needs more than git");
    assertThat(hierarchy.childrenOf(fleet(hierarchy).id()).getFirst().certainty())
        .isEqualTo(Certainty.EXACT);
  }

  @Test
  void aFunctionThatIsNotEvaluatedIsNamed() {
    Hierarchy hierarchy =
        resolve(set("[{list: {elements: [{a: x}]}}]", "{{.a}}-{{uuidv4}}", "apps/web"));
    assertThat(children(hierarchy)).isEmpty();
    assertThat(fleet(hierarchy).certainty().why())
        .containsExactly("the template function “uuidv4” is not evaluated");
  }

  @Test
  void aRepositoryThatIsNotInTheWorkspaceIsOpaqueAndFound() {
    Hierarchy hierarchy =
        resolve(
            set(
                "[{git: {repoURL: 'https://git.example.com/x.git', directories: [{path: '*'}]}}]",
                "{{.path.basename}}",
                "apps/web"));
    assertThat(codes(hierarchy)).containsExactly(FindingCode.UNKNOWN_REPOSITORY_WARNING);
    assertThat(fleet(hierarchy).certainty().level()).isEqualTo(Certainty.Level.OPAQUE);
  }

  @Test
  void aRevisionThatNamesNothingIsArgoCdsError() {
    Hierarchy hierarchy =
        resolve(
            set(
                "[{git: {repoURL: '" + URL + "', revision: gone, directories: [{path: '*'}]}}]",
                "{{.path.basename}}",
                "apps/web"));
    assertThat(codes(hierarchy)).containsExactly(FindingCode.APPLICATION_SET_ERROR);
  }

  @Test
  void samplesStandInForWhatGitDoesNotSay() {
    var bootstrap = new Root.Bootstrap.InGit(new RepoUrl(URL), Optional.of("main"), "set.yaml");
    Hierarchy hierarchy =
        resolve(
            repository(set("[{pullRequest: {}}]", "pr-{{.number}}", "apps/web")),
            new Root("east", "east", "east", "argocd", Set.of(), bootstrap),
            RevisionPolicy.AS_DECLARED,
            set -> List.of(Mapping.of(Map.of("number", dev.layerscope.yaml.Scalar.of("7")))));
    assertThat(children(hierarchy)).containsExactly("pr-7");
    assertThat(fleet(hierarchy).certainty().level()).isEqualTo(Certainty.Level.ASSUMED);
  }

  @Test
  void aSetInALocalRootFollowsTheEnvironmentWithItsGeneratorsAndItsSources() {
    GitFixture repository =
        repository("").branch("qa").file("apps/new/x.yaml", "a: b\n").commit("More in qa");
    String text =
        set(
            "[{git: {repoURL: '" + URL + "', revision: main, directories: [{path: apps/*}]}}]",
            "{{.path.basename}}",
            "{{.path.path}}");
    var document = (Document.Content) YamlReader.read(text, Reading.ARGO).getFirst();
    Manifest manifest =
        Manifest.of((Mapping) document.root(), new Origin("", "", "roots/set.yaml")).orElseThrow();
    var root =
        new Root(
            "east",
            "east",
            "east",
            "argocd",
            Set.of(),
            new Root.Bootstrap.Local(List.of(manifest), List.of()));
    Hierarchy hierarchy = resolve(repository, root, new AlwaysQa(), SampleParameters.NONE);
    assertThat(children(hierarchy)).containsExactly("api", "new", "web");
    assertThat(hierarchy.childrenOf(fleet(hierarchy).id()))
        .allSatisfy(child ->
            assertThat(child.sources().getFirst().revision().orElseThrow().asked())
                .isEqualTo("qa"));
  }

  @Test
  void tenThousandApplicationsFromOneSetAreNoTrouble() {
    String sets =
        "[{matrix: {generators: ["
            + "{list: {elementsYaml: '{{ $l := list }}{{ range $i := until 100 }}"
            + "{{ $l = append $l (dict \"a\" (toString $i)) }}{{ end }}{{ toJson $l }}'}},"
            + "{list: {elementsYaml: '{{ $l := list }}{{ range $i := until 100 }}"
            + "{{ $l = append $l (dict \"b\" (toString $i)) }}{{ end }}{{ toJson $l }}'}}]}}]";
    // Only the second generator of a matrix is filled, so a first one gives it something to fill.
    String outer =
        "[{matrix: {generators: [{list: {elements: [{x: z}]}}, "
            + sets.substring(1, sets.length() - 1)
            + "]}}]";
    Hierarchy hierarchy = resolve(set(outer, "app-{{.a}}-{{.b}}", "apps/web"));
    assertThat(hierarchy.nodes()).hasSize(10_001);
  }

  /** Whatever a local root declares is read at qa. */
  private record AlwaysQa() implements RevisionPolicy {
    @Override
    public RootRead rootFile(Root root, RepoUrl repository, Optional<String> declared) {
      return new RootRead.At(declared);
    }

    @Override
    public Choice rootSource(Root root, RepoUrl repository, Optional<String> declared) {
      return new Choice(Optional.of("qa"), Certainty.EXACT);
    }

    @Override
    public Choice below(RepoUrl repository, Optional<String> declared) {
      return new Choice(declared, Certainty.EXACT);
    }
  }
}
