package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.SourceType;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an Application's own {@code kustomize} block does. */
class ArgoKustomizeCasesTest {
  @TestFactory
  Stream<DynamicTest> theApplicationsOptionsAreEditsOfTheFile() {
    return Area.rows(
        "kustomize",
        Map.of(
            "kustomize-argo-", ArgoKustomizeCasesTest::check,
            "kustomize-is-kustomization", (one, row) -> name(row),
            "kustomize-image-match", (one, row) -> image(row)));
  }

  private static void name(Mapping row) {
    Snapshot snapshot =
        new TreeFixture("https://x/y.git").file(Rows.text(row, "name"), "").snapshot();
    SourceType type = Rendering.render(snapshot, ".", Mapping.EMPTY, "app").type();
    assertThat(type == SourceType.KUSTOMIZE).isEqualTo(Rows.yes(row, "expect"));
  }

  /** Of two overrides of one image the later takes the place of the earlier. */
  private static void image(Mapping row) {
    String a = Rows.text(row, "a");
    String b = Rows.text(row, "b");
    assertThat(images(a, b).equals(images(b))).isEqualTo(Rows.yes(row, "expect"));
  }

  private static List<String> images(String... overrides) {
    String containers =
        Stream.of("foo", "bar", "foobar", "nginx")
            .map(image -> "{name: " + image + ", image: " + image + "}")
            .collect(Collectors.joining(", "));
    Snapshot snapshot =
        new TreeFixture("https://x/y.git")
            .file("kustomization.yaml", "resources: [pod.yaml]\n")
            .file(
                "pod.yaml",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: ["
                    + containers
                    + "]}\n")
            .snapshot();
    Node images = Sequence.of(Stream.of(overrides).<Node>map(Scalar::of).toList());
    Mapping blocks = Mapping.EMPTY.with("kustomize", Mapping.EMPTY.with("images", images));
    Rendered rendered = Rendering.render(snapshot, ".", blocks, "app");
    return rendered.failed()
        ? rendered.findings().stream().map(Finding::message).toList()
        : rendered.manifests().stream().map(m -> JsonText.of(m.root())).toList();
  }

  private static void check(Case one, Mapping row) {
    Optional<Node> block =
        row.get("kustomize")
            .or(() -> row.get("KustomizeSource"))
            .or(() -> row.at("input", "kustomize"));
    Mapping blocks = Mapping.EMPTY.with("kustomize", block.orElseThrow());
    Rendered rendered =
        Rendering.render(
            one.snapshot(), row.textAt("input", "path").orElse("."), blocks, "argo-cd-tests");
    boolean fails = row.has("ExpectErr") || row.at("expect", "error").isPresent();
    assertThat(rendered.failed()).as(rendered.findings().toString()).isEqualTo(fails);
    row.textAt("expect", "error")
        .ifPresent(e -> assertThat(rendered.findings().getFirst().message()).contains(e));
    if (fails) {
      return;
    }
    same(row, "ExpectedLabels", rendered, "metadata", "labels");
    same(row, "ExpectedAnnotations", rendered, "metadata", "annotations");
    same(row, "ExpectedMetadataLabels", rendered, "metadata", "labels");
    same(row, "ExpectedSelectorLabels", rendered, "spec", "selector", "matchLabels");
    same(row, "ExpectedTemplateLabels", rendered, "spec", "template", "metadata", "labels");
    row.mapping("expect").ifPresent(expect -> objects(expect, rendered));
  }

  private static void objects(Mapping expect, Rendered rendered) {
    for (Mapping.Entry entry : expect.entries()) {
      switch (entry.name()) {
        case "first" -> object((Mapping) entry.value(), rendered.manifests().getFirst());
        case "thirdObject" -> {
          // Argo CD's test counts in the order of the tool's output.
          object((Mapping) entry.value(), rendered.manifests().get(2));
        }
        case "Deployment", "StatefulSet" ->
            object(
                (Mapping) entry.value(),
                rendered.manifests().stream()
                    .filter(m -> m.gvk().kind().equals(entry.name()))
                    .findFirst()
                    .orElseThrow());
        case "containerPort" ->
            assertThat(JsonText.of(rendered.manifests().getFirst().root()))
                .contains("\"containerPort\":" + JsonText.of(entry.value()));
        case "containerName" ->
            assertThat(JsonText.of(rendered.manifests().getFirst().root()))
                .contains("\"name\":" + JsonText.of(entry.value()));
        default -> {}
      }
    }
  }

  private static void object(Mapping expect, Manifest manifest) {
    for (Mapping.Entry entry : expect.entries()) {
      Optional<Node> actual =
          switch (entry.name()) {
            case "replicas" -> manifest.root().at("spec", "replicas");
            case "tolerations" -> manifest.root().at("spec", "template", "spec", "tolerations");
            default -> manifest.root().at("metadata", entry.name());
          };
      assertThat(actual.map(JsonText::of)).as(entry.name()).contains(JsonText.of(entry.value()));
    }
  }

  private static void same(Mapping row, String expected, Rendered rendered, String... path) {
    row.get(expected)
        .ifPresent(node ->
            assertThat(rendered.manifests().getFirst().root().at(path).map(JsonText::of))
                .as(expected)
                .contains(JsonText.of(node)));
  }
}
