package dev.layerscope.conformance;

import static dev.layerscope.conformance.GeneratorRows.error;
import static dev.layerscope.conformance.GeneratorRows.interpolation;
import static dev.layerscope.conformance.GeneratorRows.isGo;
import static dev.layerscope.conformance.GeneratorRows.items;
import static dev.layerscope.conformance.GeneratorRows.rows;
import static dev.layerscope.conformance.GeneratorRows.text;
import static dev.layerscope.conformance.GeneratorRows.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.argocd.Settings;
import dev.layerscope.git.Snapshot;
import dev.layerscope.render.generator.GenerationException;
import dev.layerscope.render.generator.Generators;
import dev.layerscope.render.generator.GitDirectories;
import dev.layerscope.render.generator.GitFiles;
import dev.layerscope.render.generator.GitPath;
import dev.layerscope.render.generator.Interpolation;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the git generator of ApplicationSets makes of directories and files. */
class GitGeneratorCasesTest {
  @TestFactory
  Stream<DynamicTest> directoriesAreChosenByPattern() {
    return rows(
        "appset-git-directories",
        (one, row) -> {
          if (GeneratorRows.brokenRepository(row).isPresent()) {
            failing(one, row);
            return;
          }
          var include = new ArrayList<String>();
          var exclude = new ArrayList<String>();
          for (Mapping item : ApplicationSet.mappings(row.get("directories"))) {
            (ApplicationSet.isTrue(item.get("exclude")) ? exclude : include)
                .add(item.textAt("path").orElse(""));
          }
          List<String> all =
              items(row.get("repoApps")).stream().flatMap(n -> n.asText().stream()).toList();
          var made = new ArrayList<String>();
          Interpolation interpolation = interpolation(one, List.of());
          for (String path : GitDirectories.matching(all, include, exclude)) {
            Fields fields =
                new GitPath(path, Optional.empty(), row.textAt("pathParamPrefix").orElse(""))
                    .addTo(Fields.of(Map.of()), isGo(one));
            made.add(text(interpolation.withValues(fields, row.mapping("values"))));
          }
          assertThat(made).isEqualTo(texts(row.get("expected")));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyDirectoryOfATreeIsSeen() {
    return rows(
        "appset-git-list-directories",
        (one, row) -> {
          Snapshot snapshot = one.snapshot();
          boolean hidden = ApplicationSet.isTrue(row.get("includeHidden"));
          assertThat(GitDirectories.all(snapshot, hidden))
              .containsExactlyInAnyOrderElementsOf(
                  items(row.get("expectAnyOrder")).stream()
                      .flatMap(n -> n.asText().stream())
                      .toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> filesBecomeParameters() {
    return rows(
        "appset-git-file-single",
        (one, row) -> {
          Mapping args = row.mapping("args").orElseThrow();
          boolean go = ApplicationSet.isTrue(args.get("useGoTemplate"));
          String path = args.textAt("filePath").orElseThrow();
          boolean failed = false;
          var made = new ArrayList<String>();
          try {
            for (Fields content : GitFiles.content(args.textAt("fileContent").orElse(""), go)) {
              Fields placed =
                  GitPath.ofFile(path, args.textAt("pathParamPrefix").orElse(""))
                      .addTo(content, go);
              made.add(
                  text(
                      new Interpolation(go, List.of()).withValues(placed, args.mapping("values"))));
            }
          } catch (GenerationException e) {
            failed = true;
          }
          assertThat(failed).isEqualTo(ApplicationSet.isTrue(row.get("wantErr")));
          if (!failed) {
            assertThat(made).isEqualTo(texts(row.get("want")));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> filesOfARepositoryBecomeParameters() {
    return Stream.concat(
        rows("appset-git-files", this::files), rows("appset-git-files-exclude", (one, row) -> {}));
  }

  /** The generator itself, over a repository that cannot be read. */
  private static void failing(Case one, Mapping row) {
    String block = row.has("directories") ? "directories" : "files";
    Mapping git =
        Mapping.of(
            Map.of(
                "repoURL",
                Scalar.of("https://git.example.com/broken.git"),
                block,
                row.get(block).orElseThrow()));
    var generators =
        new Generators(
            new FixedGround(Settings.DEFAULT, GeneratorRows.brokenRepository(row).orElseThrow()),
            interpolation(one, List.of()));
    assertThatThrownBy(() ->
            generators.generate(
                Generators.entries(Mapping.of(Map.of("git", git))).getFirst(), Optional.empty()))
        .hasMessage(error(row.get("expectedError")).orElseThrow());
  }

  private void files(Case one, Mapping row) throws GenerationException {
    if (GeneratorRows.brokenRepository(row).isPresent()) {
      failing(one, row);
      return;
    }
    if (row.at("repoFileContents").isEmpty() && row.at("includeFiles").isEmpty()) {
      return;
    }
    var contents = new LinkedHashMap<String, String>();
    for (String key : List.of("repoFileContents", "includeFiles", "excludeFiles", "noMatchFiles")) {
      row.mapping(key)
          .orElse(Mapping.EMPTY)
          .entries()
          .forEach(e -> contents.putIfAbsent(e.name(), e.value().asText().orElse("")));
    }
    List<String> paths = new ArrayList<>(contents.keySet());
    if (row.has("repoFileContents")) {
      paths.sort(null);
    } else {
      boolean newer = !one.id().endsWith("old-glob");
      var include = new ArrayList<String>();
      var exclude = new ArrayList<String>();
      for (Mapping item : ApplicationSet.mappings(row.get("files"))) {
        (ApplicationSet.isTrue(item.get("exclude")) ? exclude : include)
            .add(item.textAt("path").orElse(""));
      }
      // What the older cases say git would list, git does not: their patterns are tested with git.
      paths =
          newer
              ? GitFiles.chosen(paths, include, exclude, true)
              : paths.stream()
                  .filter(p -> row.mapping("includeFiles").orElse(Mapping.EMPTY).has(p))
                  .filter(p -> !row.mapping("excludeFiles").orElse(Mapping.EMPTY).has(p))
                  .toList();
    }
    var made = new ArrayList<String>();
    Optional<String> error = error(row.get("expectedError"));
    try {
      for (String path : paths) {
        for (Fields content : GitFiles.content(contents.get(path), isGo(one))) {
          Fields placed =
              GitPath.ofFile(path, row.textAt("pathParamPrefix").orElse(""))
                  .addTo(content, isGo(one));
          made.add(text(interpolation(one, List.of()).withValues(placed, row.mapping("values"))));
        }
      }
      assertThat(error).isEmpty();
      assertThat(made).containsExactlyInAnyOrderElementsOf(texts(row.get("expected")));
    } catch (GenerationException e) {
      assertThat(error).as(e.reason()).isPresent();
      assertThat(error.orElseThrow()).endsWith(e.reason());
    }
  }
}
