package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.Doublestar;
import dev.layerscope.glob.GobwasGlob;
import dev.layerscope.glob.PathMatch;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.SourceType;
import dev.layerscope.render.content.Substitution;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.render.helm.values.ValueFiles;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;
import dev.layerscope.yaml.YamlReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Paths, links, types of sources, override files, patterns and scalars. */
class SourceCasesTest {
  @TestFactory
  Stream<DynamicTest> typesAndOverridesAreThoseOfArgoCd() {
    return Area.rows(
        "source-type",
        Map.of(
            "detect-", SourceCasesTest::byFiles,
            "detect-list-apps", SourceCasesTest::everyFolder,
            "detect-explicit-type", (one, row) -> byBlock(row),
            "override-", SourceCasesTest::override,
            "multi-source-ref-only", (one, row) -> lendsOnly(row)));
  }

  private static void lendsOnly(Mapping row) {
    String ref = row.textAt("input", "source", "ref").orElseThrow();
    Rendered rendered = Rendering.lender(ref);
    assertThat(rendered.failed()).isFalse();
    assertThat(rendered.manifests()).isEmpty();
    assertThat(rendered.type()).isEqualTo(SourceType.REF);
  }

  @TestFactory
  Stream<DynamicTest> pathsAndLinksStayInTheRepository() {
    return Area.rows(
        "path",
        Map.of(
            "path-app-path", SourceCasesTest::path,
            "path-symlink-", (one, row) -> links(one),
            "path-symlink-depth", SourceCasesTest::chain,
            "path-value-file", (one, row) -> valueFile(row),
            "path-url-scheme", (one, row) -> scheme(row)));
  }

  private static void chain(Case one, Mapping row) {
    TreePath path = TreePath.of(Rows.text(row, "path"));
    String led =
        switch (one.snapshot().follow(path, Rows.number(row, "maxDepth"))) {
          case Snapshot.Target.Found(TreeEntry entry) -> entry.path().value();
          case Snapshot.Target.Missing ignored -> path.value();
          case Snapshot.Target.Circular ignored -> "error";
          case Snapshot.Target.Outside ignored -> "error";
        };
    assertThat(led).isEqualTo(Rows.text(row, "expect"));
  }

  private static void valueFile(Mapping row) {
    String root = Rows.text(row, "repoRoot").replaceAll("/$", "");
    String app = Rows.text(row, "appPath");
    TreePath chart = app.equals(".") ? TreePath.ROOT : inside(root, app);
    String value = Rows.text(row, "value");
    if (row.has("function")) {
      assertThat(chart.walk(value)).contains(inside(root, Rows.text(row, "path")));
      return;
    }
    var fixture = new TreeFixture("https://x/y.git").file("keep", "");
    boolean remote = Rows.yes(row, "remote");
    Optional<TreePath> expected =
        row.textAt("path").filter(ignored -> !remote).map(path -> inside(root, path));
    expected.ifPresent(path -> fixture.file(path.value(), ""));
    ValueFiles.Resolved resolved =
        files(fixture.snapshot(), chart, Rows.texts(row, "schemes")).one(value);
    switch (resolved) {
      case ValueFiles.Resolved.Files files ->
          assertThat(files.files().getFirst().path()).isEqualTo(expected.orElseThrow());
      case ValueFiles.Resolved.Refused refused ->
          assertThat(refused.error()).contains(row.textAt("error").orElseThrow());
      case ValueFiles.Resolved.Unknown ignored -> assertThat(remote).isTrue();
    }
  }

  private static TreePath inside(String root, String path) {
    return TreePath.clean(path.substring(root.length())).orElseThrow();
  }

  private static void scheme(Mapping row) {
    String scheme = Rows.text(row, "scheme");
    String name = scheme.isEmpty() ? "host/values.yaml" : scheme + "://host/values.yaml";
    Snapshot nothing = new TreeFixture("https://x/y.git").file("keep", "").snapshot();
    boolean fetched =
        files(nothing, TreePath.ROOT, Rows.texts(row, "allowed")).one(name)
            instanceof ValueFiles.Resolved.Unknown;
    assertThat(fetched).isEqualTo(Rows.yes(row, "expected"));
  }

  private static ValueFiles files(Snapshot snapshot, TreePath chart, List<String> schemes) {
    return new ValueFiles(snapshot, chart, References.NONE, text -> text, schemes);
  }

  private static void path(Case one, Mapping row) {
    String path = row.textAt("path").orElseThrow();
    Rendered rendered = Rendering.render(one.snapshot(), path, Mapping.EMPTY, "app");
    assertThat(rendered.failed()).isEqualTo(row.has("error"));
    row.textAt("error")
        .ifPresent(error -> assertThat(rendered.findings().getFirst().message()).isEqualTo(error));
  }

  private static void links(Case one) {
    Rendered rendered = Rendering.render(one.snapshot(), ".", Mapping.EMPTY, "app");
    Optional<String> bad = one.json().textAt("expect", "outOfBounds");
    assertThat(rendered.failed()).isEqualTo(bad.isPresent());
    bad.ifPresent(link ->
        assertThat(rendered.findings().getFirst().message())
            .isEqualTo("repository contains out-of-bounds symlinks. file: " + link));
  }

  private static void byFiles(Case one, Mapping row) {
    Set<Tools.Tool> disabled = EnumSet.noneOf(Tools.Tool.class);
    Rows.texts(row, "disabled")
        .forEach(tool -> disabled.add(Tools.Tool.valueOf(tool.toUpperCase(Locale.ROOT))));
    String path = row.textAt("path").or(() -> row.textAt("input", "path")).orElseThrow();
    String expected = row.textAt("expect").or(() -> row.textAt("expect", "type")).orElseThrow();
    assertThat(Rendering.without(disabled, one.snapshot(), path).type().text()).isEqualTo(expected);
  }

  private static void everyFolder(Case one, Mapping row) {
    // Two of its links leave the repository, which is checked elsewhere and would hide
    // everything here.
    var inside = new TreeFixture("https://x/apps.git");
    Snapshot all = one.snapshot();
    for (TreeEntry entry : all.walk(all.find(TreePath.ROOT).orElseThrow(), ignored -> true)) {
      if (entry.isFile()) {
        inside.file(entry.path().value(), all.read(entry));
      }
    }
    Snapshot snapshot = inside.snapshot();
    Map<String, String> types = new TreeMap<>();
    collect(snapshot, snapshot.find(TreePath.ROOT).orElseThrow(), types);
    Map<String, String> expected = new TreeMap<>();
    row.at("expect", "apps")
        .map(Mapping.class::cast)
        .orElseThrow()
        .entries()
        .forEach(e -> expected.put(e.name(), e.value().asText().orElseThrow()));
    assertThat(types).isEqualTo(expected);
  }

  private static void collect(Snapshot snapshot, TreeEntry directory, Map<String, String> types) {
    if (!directory.path().isRoot()) {
      String type =
          Rendering.render(snapshot, directory.path().value(), Mapping.EMPTY, "app").type().text();
      if (type.equals("Kustomize") || type.equals("Helm")) {
        types.put(directory.path().value(), type);
      }
    }
    snapshot.list(directory).stream()
        .filter(TreeEntry::isDirectory)
        .forEach(d -> collect(snapshot, d, types));
  }

  /**
   * Blocks are given by an override file, because empty ones in the Application itself are dropped
   * before.
   */
  private static void byBlock(Mapping row) {
    String override = JsonText.of(row.mapping("source").orElseThrow());
    Snapshot snapshot =
        new TreeFixture("https://x/y.git").file("app/.argocd-source.yaml", override).snapshot();
    Rendered rendered = Rendering.render(snapshot, "app", Mapping.EMPTY, "app");
    Optional<String> error = row.textAt("expect", "error");
    if (error.isPresent()) {
      assertThat(rendered.findings().getFirst().code())
          .isEqualTo(FindingCode.MULTIPLE_SOURCE_TYPES_ERROR);
      assertThat(rendered.findings().getFirst().message()).startsWith(error.get());
    } else {
      assertThat(rendered.type().text())
          .isEqualTo(row.textAt("expect", "type").orElse("Directory"));
    }
  }

  private static void override(Case one, Mapping row) {
    String application = row.textAt("appName").or(() -> row.textAt("input", "appName")).orElse("");
    Rendered rendered = Rendering.render(one.snapshot(), ".", Mapping.EMPTY, application);
    if (row.at("expect", "error").isPresent()) {
      assertThat(rendered.findings().getFirst().code())
          .isEqualTo(FindingCode.OVERRIDE_FILE_UNREADABLE_ERROR);
      return;
    }
    row.textAt("expect", "image")
        .or(() ->
            Rows.items(row.at("expect", "kustomizeImages")).stream()
                .findFirst()
                .flatMap(Node::asText))
        .filter(ignored -> rendered.type().text().equals("Kustomize"))
        .ifPresent(image ->
            assertThat(rendered.manifests())
                .anySatisfy(m -> assertThat(JsonText.of(m.root())).contains("\"" + image + "\"")));
    Source effective = Rendering.effective(one.snapshot(), ".", application);
    same(row, "kustomizeImages", effective.kustomize(), "images");
    same(row, "helmParameters", effective.helm(), "parameters");
  }

  private static void same(Mapping row, String expected, Optional<Mapping> block, String field) {
    row.at("expect", expected)
        .ifPresent(node ->
            assertThat(block.flatMap(b -> b.get(field)).map(JsonText::of))
                .contains(JsonText.of(node)));
  }

  @TestFactory
  Stream<DynamicTest> patternsMatchAsTheirLibraryDoes() {
    return Area.rows(
        "glob",
        Map.of(
            "glob-gobwas-probe", (one, row) -> gobwas(row),
            "glob-basic", (one, row) -> gobwas(row),
            "glob-path-match", (one, row) -> segments(row)));
  }

  private static void gobwas(Mapping row) {
    Optional<GobwasGlob> glob =
        GobwasGlob.compile(Rows.text(row, "pattern"), Rows.text(row, "separators"));
    Node expect = row.get("expect").or(() -> row.get("result")).orElseThrow();
    if (expect.asText().isPresent()) {
      assertThat(glob).isEmpty();
      return;
    }
    String text = row.textAt("text").or(() -> row.textAt("input")).orElse("");
    assertThat(glob.filter(g -> g.matches(text)).isPresent())
        .isEqualTo(ArgoScalars.read((Scalar) expect).equals(new Value.Bool(true)));
  }

  private static void segments(Mapping row) {
    String pattern = Rows.text(row, "pattern");
    String text = Rows.text(row, "text");
    assertThat(PathMatch.matches(pattern, text)).isEqualTo(Rows.yes(row, "pathMatch"));
    if (row.has("doublestar")) {
      assertThat(Doublestar.compile(pattern).orElseThrow().matches(text))
          .isEqualTo(Rows.yes(row, "doublestar"));
    }
  }

  @TestFactory
  Stream<DynamicTest> scalarsMeanWhatTheyMeanToArgoCd() {
    return Area.rows(
        "yaml",
        Map.of(
            "yaml-scalars",
            (one, row) -> {
              Document document =
                  YamlReader.read(row.textAt("yaml").orElseThrow(), Reading.ARGO).getFirst();
              if (row.has("error")) {
                assertThat(document).isInstanceOf(Document.Broken.class);
              } else {
                assertThat(JsonText.of(((Document.Content) document).root()))
                    .isEqualTo(JsonText.of(row.get("json").orElseThrow()));
              }
            }));
  }

  @TestFactory
  Stream<DynamicTest> variablesAreExpandedAsTheShellWould() {
    return Area.rows(
        "env",
        Map.of(
            "env-substitution",
            (one, row) ->
                assertThat(
                        Substitution.expand(
                            Rows.text(row, "input"), name -> row.textAt("env", name).orElse("")))
                    .isEqualTo(Rows.text(row, "expect"))));
  }
}
