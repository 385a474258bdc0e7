package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.InstanceName;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.TrackedObject;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.SourceType;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.directory.DirectoryOptions;
import dev.layerscope.render.directory.DirectoryRenderer;
import dev.layerscope.render.directory.Found;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DirectoryCasesTest {
  private final DirectoryRenderer renderer = new DirectoryRenderer(new ParsedFiles());

  @TestFactory
  Stream<DynamicTest> directoriesAreReadAsArgoCdReadsThem() {
    return Area.rows(
        "directory",
        Map.of(
            "dir-",
            this::check,
            "dir-no-leak-out-of-bounds",
            (one, row) -> leak(row),
            "dir-nil-metadata",
            this::tracked,
            "dir-disable-extension-filter-file",
            (one, row) -> candidate(row),
            "dir-candidate-file-rules",
            (one, row) -> candidate(row),
            "dir-disable-extension-filter-dir",
            this::counted));
  }

  /** A link out of the repository is refused by its own rule, and nothing of its target is told. */
  private void leak(Mapping row) {
    String link = row.textAt("link").orElseThrow();
    Snapshot snapshot =
        new TreeFixture("https://x/y.git").link(link, "../outside/" + link).snapshot();
    Found found = found(snapshot, ".", DirectoryOptions.DEFAULT);
    assertThat(found.failed()).isTrue();
    assertThat(found.findings().getFirst().message()).contains("illegal filepath");
  }

  private void tracked(Case one, Mapping row) {
    check(one, row);
    Mapping input = row.mapping("input").orElseThrow();
    var tracking =
        new Settings.Tracking(
            Rows.text(input, "trackingMethod"), Rows.text(input, "appLabelKey"), false);
    var instance = new InstanceName("", Rows.text(input, "appName"));
    List<Manifest> manifests =
        found(one.snapshot(), ".", options(input.mapping("directory").orElseThrow())).manifests();
    assertThat(manifests)
        .extracting(m -> sorted(TrackedObject.of(m, instance, tracking)))
        .isEqualTo(
            Rows.items(row.at("expect", "manifests")).stream()
                .map(DirectoryCasesTest::sorted)
                .toList());
  }

  /** The JSON of a node with its keys in order. */
  private static String sorted(Node node) {
    return node instanceof Mapping mapping
        ? mapping.entries().stream()
            .sorted(java.util.Comparator.comparing(Mapping.Entry::name))
            .map(e -> e.name() + ":" + sorted(e.value()))
            .toList()
            .toString()
        : JsonText.of(node);
  }

  private void candidate(Mapping row) {
    String content = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n";
    String json = "{\"kind\": \"ConfigMap\"}";
    String name = row.textAt("fileName").or(() -> row.textAt("name")).orElseThrow();
    var fixture = new TreeFixture("https://x/y.git");
    String link = row.textAt("symlink").orElse("");
    switch (link) {
      case "" -> fixture.file(name, name.endsWith(".json") ? json : content);
      case "b.json" -> fixture.link(name, "b.json").link("b.json", name);
      case "b.json (missing)" -> fixture.link(name, "b.json");
      case ".." -> fixture.link(name, "..");
      case "directory test.dir" -> fixture.link(name, "test.dir").file("test.dir/keep", "");
      default -> fixture.link(name, link).file(link, json);
    }
    Found found = found(fixture.snapshot(), ".", options(row));
    String expected =
        row.textAt("expect")
            .orElseGet(() ->
                row.get("expectValid").map(DirectoryCasesTest::plain).orElse("").equals("true")
                    ? "candidate"
                    : "skip-silent");
    String actual =
        found.failed()
            ? "error"
            : !found.manifests().isEmpty()
                ? "candidate"
                : found.findings().isEmpty() ? "skip-silent" : "skip-with-warning";
    assertThat(actual).isEqualTo(expected);
    row.textAt("messageContains")
        .ifPresent(part -> assertThat(found.findings().getFirst().message()).contains(part));
  }

  private void counted(Case one, Mapping row) {
    var fixture = new TreeFixture("https://x/y.git");
    String body = one.json().textAt("fileBody").orElseThrow();
    Rows.texts(row, "files").forEach(file -> fixture.file(file, body));
    Found found = found(fixture.snapshot(), ".", options(row));
    assertThat(found.manifests()).hasSize(number(row, "expect"));
  }

  private void check(Case one, Mapping row) {
    Mapping input = one.json().mapping("input").orElse(Mapping.EMPTY);
    Mapping directory =
        row.mapping("directory").or(() -> input.mapping("directory")).orElse(Mapping.EMPTY);
    DirectoryOptions options = options(directory);
    int limit = Math.max(number(row, "maxCombinedBytes"), number(input, "maxCombinedBytes"));
    boolean limited = row.has("maxCombinedBytes") || input.has("maxCombinedBytes");
    Found found =
        found(
            one.snapshot(),
            input.textAt("path").orElse("."),
            limited ? options.limitedTo(limit) : options);
    var raw =
        new Rendered(
            SourceType.DIRECTORY,
            found.manifests(),
            found.certainty(),
            found.findings(),
            List.of(),
            found.failed());
    Rendered after = Rendering.after(raw);
    Mapping expect = row.mapping("expect").orElseThrow();
    if (expect.has("error")) {
      assertThat(after.failed()).isTrue();
      String message = after.findings().getFirst().message();
      expect.textAt("messageStartsWith").ifPresent(part -> assertThat(message).startsWith(part));
      expect.textAt("messageContains").ifPresent(part -> assertThat(message).contains(part));
      expect
          .textAt("error")
          .ifPresent(
              name -> assertThat(message).contains("exceeded max combined manifest file size"));
      return;
    }
    assertThat(after.failed()).as(after.findings().toString()).isFalse();
    List<String> names = after.manifests().stream().map(Manifest::name).toList();
    for (Mapping.Entry entry : expect.entries()) {
      switch (entry.name()) {
        case "rawObjectCount" ->
            assertThat(found.manifests()).hasSize(number(expect, entry.name()));
        case "manifestCount", "manifestCountAfterListExpansion" ->
            assertThat(after.manifests().size() + repeated(after))
                .isEqualTo(number(expect, entry.name()));
        case "names" -> assertThat(names).containsExactlyElementsOf(texts(entry.value()));
        case "namesAnyOrder" ->
            assertThat(names).containsExactlyInAnyOrderElementsOf(texts(entry.value()));
        case "containsName" -> assertThat(names).contains(entry.value().asText().orElseThrow());
        case "warning" ->
            assertThat(found.findings().getFirst().message())
                .contains(entry.value().asText().orElseThrow());
        case "manifests" ->
            assertThat(after.manifests()).hasSize(((Sequence) entry.value()).items().size());
        default -> {}
      }
    }
  }

  /**
   * Argo CD's tests count before equal keys are merged; objects without a name all have the same.
   */
  private static int repeated(Rendered after) {
    return after.findings().stream()
        .filter(f -> f.code() == FindingCode.REPEATED_RESOURCE_WARNING)
        .mapToInt(f -> f.locations().size() - 1)
        .sum();
  }

  private Found found(Snapshot snapshot, String path, DirectoryOptions options) {
    return renderer.render(
        snapshot, snapshot.find(TreePath.clean(path).orElseThrow()).orElseThrow(), options);
  }

  private static DirectoryOptions options(Mapping mapping) {
    return DirectoryOptions.of(mapping);
  }

  private static List<String> texts(Node list) {
    return ((Sequence) list).items().stream().map(n -> n.asText().orElseThrow()).toList();
  }

  private static int number(Mapping mapping, String key) {
    return mapping.get(key).map(n -> Integer.parseInt(plain(n))).orElse(0);
  }

  private static String plain(Node node) {
    return ArgoScalars.read((Scalar) node).plain();
  }
}
