package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.helm.values.Parameters;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.render.helm.values.References.Reference;
import dev.layerscope.render.helm.values.ValueFiles;
import dev.layerscope.render.helm.values.ValueFiles.Resolved;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Value files, parameters and versions of charts. */
class HelmCasesTest {
  @TestFactory
  Stream<DynamicTest> valuesAreFoundAndWrittenAsArgoCdDoes() {
    return Area.rows(
        "helm",
        Map.ofEntries(
            Map.entry("helm-chart-revision-errors", (one, row) -> revision(row)),
            Map.entry("helm-env-in-value-file", (one, row) -> environment(row)),
            Map.entry("helm-glob-root-check", (one, row) -> insideOnly(row)),
            Map.entry("helm-is-glob-path", (one, row) -> pattern(row)),
            Map.entry("helm-missing-value-file", (one, row) -> missing(row)),
            Map.entry("helm-multi-source-refs", (one, row) -> references(row)),
            Map.entry("helm-referenced-source", (one, row) -> referenced(row)),
            Map.entry("helm-set-escaping", (one, row) -> escaping(row)),
            Map.entry("helm-value-file-glob-dedup", (one, row) -> once(one, row)),
            Map.entry("helm-value-file-globs", (one, row) -> resolve(one.snapshot(), row)),
            Map.entry("helm-value-file-single", (one, row) -> resolve(twoRepositories(), row)),
            Map.entry("helm-value-file-traversal", (one, row) -> traversal(row)),
            Map.entry("helm-values-object-wins", (one, row) -> inline(row))));
  }

  private static void revision(Mapping row) {
    Rendered rendered =
        Rendering.chart("any", Rows.text(row, "revision"), new Location("", "", "root.yaml", 1));
    assertThat(rendered.findings().getFirst().message()).isEqualTo(Rows.text(row, "error"));
  }

  private static void environment(Mapping row) {
    Mapping input = row.mapping("input").orElseThrow();
    List<String> expected = Rows.texts(row.mapping("expect").orElseThrow(), "resolved");
    var fixture = new TreeFixture("https://x/main.git");
    expected.forEach(path -> fixture.file(path, "a: 1"));
    var files =
        files(
            fixture.snapshot(),
            "",
            References.NONE,
            Map.of("ARGOCD_APP_NAME", Rows.text(input, "appName")));
    assertThat(paths(files.all(Rows.texts(input, "valueFiles"), false))).isEqualTo(expected);
  }

  /** The case's own words for files, as links in a tree. */
  private static void insideOnly(Mapping row) {
    Snapshot snapshot =
        new TreeFixture("https://x/main.git")
            .file("values/real.yaml", "a: 1")
            .link("values/inrepo-link.yaml", "real.yaml")
            .link("values/escape-link.yaml", "../../outside.yaml")
            .link("values/hop1.yaml", Rows.yes(row, "expectErr") ? "hop2.yaml" : "real.yaml")
            .link("values/hop2.yaml", "escape-link.yaml")
            .snapshot();
    for (String match : Rows.texts(row, "matches")) {
      boolean last = match.equals(Rows.texts(row, "matches").getLast());
      Resolved resolved =
          files(snapshot, "", References.NONE, Map.of())
              .all(List.of(match.replace("$TMP/repo/", "")), false);
      if (Rows.yes(row, "expectErr") && last) {
        assertThat(((Resolved.Refused) resolved).error()).contains(Rows.text(row, "errContains"));
      } else {
        assertThat(resolved).isInstanceOf(Resolved.Files.class);
      }
    }
  }

  private static void pattern(Mapping row) {
    assertThat(ValueFiles.isGlob(Rows.text(row, "path"))).isEqualTo(Rows.yes(row, "expected"));
  }

  private static void missing(Mapping row) {
    var fixture = new TreeFixture("https://x/main.git");
    Rows.texts(row, "existing").forEach(path -> fixture.file(path, "a: 1"));
    Resolved resolved =
        files(fixture.snapshot(), "", References.NONE, Map.of())
            .all(Rows.texts(row, "valueFiles"), Rows.yes(row, "ignoreMissingValueFiles"));
    Mapping expect = row.mapping("expect").orElseThrow();
    if (expect.has("errorContains")) {
      assertThat(((Resolved.Refused) resolved).error())
          .contains(Rows.text(expect, "errorContains"));
    } else {
      assertThat(paths(resolved)).isEqualTo(Rows.texts(expect, "resolved"));
    }
  }

  private static void referenced(Mapping row) {
    var names = new HashMap<String, Reference>();
    row.mapping("refSources")
        .orElse(Mapping.EMPTY)
        .keys()
        .forEach(key -> names.put(key.substring(1), new Reference.At(twoRepositories(), "main")));
    assertThat(new References(false, names).of(Rows.text(row, "rawValueFile")).isPresent())
        .isEqualTo(row.get("expected").filter(node -> !node.isNull()).isPresent());
  }

  private static void references(Mapping row) {
    List<String> names =
        Rows.mappings(row, "sources").stream()
            .flatMap(source -> source.textAt("ref").stream())
            .toList();
    Mapping expect = row.mapping("expect").orElseThrow();
    assertThat(References.wrong(names)).isEqualTo(expect.textAt("error"));
    if (!expect.has("error")) {
      assertThat(names.stream().map(name -> "$" + name)).containsExactlyElementsOf(expect.keys());
    }
  }

  private static void escaping(Mapping row) {
    assertThat(Parameters.escaped(Rows.text(row, "input"))).isEqualTo(Rows.text(row, "expect"));
  }

  private static void once(Case one, Mapping row) {
    Snapshot main = below(one.snapshot(), "main-repo");
    assertThat(
            paths(
                files(main, "", References.NONE, Map.of())
                    .all(Rows.texts(row, "valueFiles"), false)))
        .isEqualTo(Rows.texts(row, "expect"));
  }

  /** One name, in a main repository with another beside it. */
  private static void resolve(Snapshot both, Mapping row) {
    var variables = new HashMap<String, String>();
    Rows.mappings(row, "env")
        .forEach(one -> variables.put(Rows.text(one, "name"), Rows.text(one, "value")));
    var names = new HashMap<String, Reference>();
    for (Mapping.Entry entry : row.mapping("refSources").orElse(Mapping.EMPTY).entries()) {
      boolean known =
          entry.value().textAt("repo", "repo").orElse("").equals("https://github.com/org/repo1");
      names.put(
          entry.name().substring(1),
          known
              ? new Reference.At(below(both, "repo1"), "main")
              : new Reference.Refused("failed to find repo"));
    }
    Resolved resolved =
        files(below(both, "main-repo"), "", new References(false, names), variables)
            .all(List.of(Rows.text(row, "rawPath")), Rows.yes(row, "ignoreMissingValueFiles"));
    if (Rows.yes(row, "expectedErr")) {
      assertThat(resolved).isInstanceOf(Resolved.Refused.class);
      return;
    }
    List<String> expected =
        row.textAt("expectedPath").map(List::of).orElseGet(() -> Rows.texts(row, "expectedPaths"));
    assertThat(
            ((Resolved.Files) resolved)
                .files().stream()
                    .map(f ->
                        f.snapshot().url().text().replace("https://x/", "$TMP/").replace(".git", "")
                            + "/"
                            + f.path())
                    .toList())
        .isEqualTo(expected);
  }

  private static void traversal(Mapping row) {
    String root = Rows.text(row, "repoRoot");
    Snapshot all =
        new TreeFixture("https://x/all.git")
            .file("testdata/redis/Chart.yaml", "")
            .file("testdata/minio/values.yaml", "a: 1")
            .file("testdata/my-chart/my-chart-values.yaml", "a: 1")
            .snapshot();
    List<String> schemes =
        row.has("schemes") ? Rows.texts(row, "schemes") : List.of("https", "http");
    String chart = Rows.text(row, "appPath");
    Resolved resolved =
        new ValueFiles(
                below(all, root),
                TreePath.clean(chart).orElseThrow(),
                References.NONE,
                text -> text,
                schemes)
            .all(List.of(Rows.text(row, "valueFile")), false);
    String expect = Rows.text(row, "expect");
    if (expect.equals("ok")) {
      assertThat(resolved).isInstanceOf(Resolved.Files.class);
    } else if (expect.startsWith("remote")) {
      assertThat(resolved).isInstanceOf(Resolved.Unknown.class);
    } else {
      String told = ((Resolved.Refused) resolved).error();
      assertThat(told)
          .contains(expect.contains("scheme") ? "is not allowed" : "outside repository root");
    }
  }

  private static void inline(Mapping row) {
    Mapping input = row.mapping("input").orElseThrow();
    Node expected = row.at("expect", "inlineValues").orElseThrow();
    Snapshot chart =
        new TreeFixture("https://x/y.git")
            .file("Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0")
            .file("templates/all.yaml", "kind: All\nvalues: {{ toJson .Values }}")
            .snapshot();
    Rendered rendered = Rendering.render(chart, ".", Mapping.EMPTY.with("helm", input), "app");
    assertThat(JsonText.of(rendered.manifests().getFirst().root().get("values").orElseThrow()))
        .isEqualTo(JsonText.of(expected));
  }

  private static ValueFiles files(
      Snapshot snapshot, String chart, References references, Map<String, String> variables) {
    return new ValueFiles(
        snapshot,
        TreePath.of(chart),
        references,
        text -> substitute(text, variables),
        List.of("https", "http"));
  }

  private static String substitute(String text, Map<String, String> variables) {
    return Pattern.compile("\\$(\\w+)")
        .matcher(text)
        .replaceAll(name -> variables.getOrDefault(name.group(1), ""));
  }

  private static List<String> paths(Resolved resolved) {
    assertThat(resolved).isInstanceOf(Resolved.Files.class);
    return ((Resolved.Files) resolved).files().stream().map(f -> f.path().value()).toList();
  }

  private static Snapshot twoRepositories() {
    return new TreeFixture("https://x/both.git")
        .file("main-repo/values.yaml", "a: 1")
        .file("main-repo/app-path/values.yaml", "a: 1")
        .file("repo1/values.yaml", "a: 1")
        .file("repo1/app-path/values.yaml", "a: 1")
        .snapshot();
  }

  /** A folder of a tree as a repository of its own, called by the folder's name. */
  private static Snapshot below(Snapshot all, String folder) {
    var fixture = new TreeFixture("https://x/" + folder + ".git");
    TreePath root = TreePath.clean(folder).orElseThrow();
    all.find(root)
        .ifPresent(directory ->
            all.walk(directory, ignored -> true)
                .forEach(file -> fixture.file(file.path().relativeTo(root), all.read(file))));
    return fixture.snapshot();
  }
}
