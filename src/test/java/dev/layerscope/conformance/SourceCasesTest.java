package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.GobwasGlob;
import dev.layerscope.render.Rendered;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;
import dev.layerscope.yaml.YamlReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Paths, links, types of sources, override files, patterns and scalars. */
class SourceCasesTest {
  @TestFactory
  Stream<DynamicTest> pathsAreCheckedInArgoCdsWords() {
    return rows(
        "path-app-path",
        (one, row) -> {
          String path = row.textAt("path").orElseThrow();
          Rendered rendered = Rendering.render(one.snapshot(), path, Mapping.EMPTY, "app");
          assertThat(rendered.failed()).isEqualTo(row.has("error"));
          row.textAt("error")
              .ifPresent(
                  error -> assertThat(rendered.findings().getFirst().message()).isEqualTo(error));
        });
  }

  @TestFactory
  Stream<DynamicTest> linksMayNotLeaveTheRepository() {
    return rows(
        "path-symlink-",
        (one, row) -> {
          if (!one.json().textAt("operation").orElse("").equals("check-symlinks")) {
            return;
          }
          Rendered rendered = Rendering.render(one.snapshot(), ".", Mapping.EMPTY, "app");
          Optional<String> bad = one.json().textAt("expect", "outOfBounds");
          assertThat(rendered.failed()).isEqualTo(bad.isPresent());
          bad.ifPresent(link ->
              assertThat(rendered.findings().getFirst().message())
                  .isEqualTo("repository contains out-of-bounds symlinks. file: " + link));
        });
  }

  @TestFactory
  Stream<DynamicTest> typesAreFoundByFiles() {
    return rows(
        "detect-",
        (one, row) -> {
          if (!one.json().textAt("operation").orElse("").equals("detect-source-type")
              || row.has("disabled")) {
            return;
          }
          String path = row.textAt("path").or(() -> row.textAt("input", "path")).orElseThrow();
          String expected =
              row.textAt("expect").or(() -> row.textAt("expect", "type")).orElseThrow();
          assertThat(Rendering.render(one.snapshot(), path, Mapping.EMPTY, "app").type().text())
              .isEqualTo(expected);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyFolderOfATreeHasItsType() {
    return rows(
        "detect-list-apps",
        (one, row) -> {
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
        });
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
  @TestFactory
  Stream<DynamicTest> aBlockNamesTheType() {
    return rows(
        "detect-explicit-type",
        (one, row) -> {
          String override = JsonText.of(row.mapping("source").orElseThrow());
          Snapshot snapshot =
              new TreeFixture("https://x/y.git")
                  .file("app/.argocd-source.yaml", override)
                  .snapshot();
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
        });
  }

  @TestFactory
  Stream<DynamicTest> overrideFilesChangeTheSource() {
    return rows(
        "override-",
        (one, row) -> {
          String application =
              row.textAt("appName").or(() -> row.textAt("input", "appName")).orElse("");
          Rendered rendered = Rendering.render(one.snapshot(), ".", Mapping.EMPTY, application);
          if (row.at("expect", "error").isPresent()) {
            assertThat(rendered.findings().getFirst().code())
                .isEqualTo(FindingCode.OVERRIDE_FILE_UNREADABLE_ERROR);
          } else if (rendered.type().text().equals("Kustomize")) {
            String image =
                row.textAt("expect", "image")
                    .or(() ->
                        row.at("expect", "kustomizeImages")
                            .map(list ->
                                ((dev.layerscope.yaml.Sequence) list)
                                    .items()
                                    .getFirst()
                                    .asText()
                                    .orElseThrow()))
                    .orElseThrow();
            assertThat(rendered.manifests())
                .anySatisfy(m -> assertThat(JsonText.of(m.root())).contains("\"" + image + "\""));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> patternsMatchAsGobwasDoes() {
    return Stream.of("glob-gobwas-probe", "glob-basic")
        .flatMap(id ->
            rows(
                id,
                (one, row) -> {
                  Optional<GobwasGlob> glob =
                      GobwasGlob.compile(
                          row.textAt("pattern").orElseThrow(), row.textAt("separators").orElse(""));
                  Node expect = row.get("expect").or(() -> row.get("result")).orElseThrow();
                  if (expect.asText().isPresent()) {
                    assertThat(glob).isEmpty();
                  } else {
                    boolean wanted = ArgoScalars.read((Scalar) expect).equals(new Value.Bool(true));
                    assertThat(
                            glob.map(g ->
                                    g.matches(
                                        row.textAt("text")
                                            .or(() -> row.textAt("input"))
                                            .orElse("")))
                                .orElse(false))
                        .isEqualTo(wanted);
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> scalarsMeanWhatTheyMeanToArgoCd() {
    return rows(
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
        });
  }

  private interface Check {
    void check(Case one, Mapping row);
  }

  private static Stream<DynamicTest> rows(String prefix, Check check) {
    return Case.startingWith(prefix).stream()
        .flatMap(one ->
            one.rows().stream()
                .map(row ->
                    DynamicTest.dynamicTest(
                        one + " " + JsonText.of(row), () -> check.check(one, row))));
  }
}
