package dev.layerscope.conformance;

import static dev.layerscope.conformance.GeneratorRows.error;
import static dev.layerscope.conformance.GeneratorRows.interpolation;
import static dev.layerscope.conformance.GeneratorRows.isGo;
import static dev.layerscope.conformance.GeneratorRows.items;
import static dev.layerscope.conformance.GeneratorRows.rows;
import static dev.layerscope.conformance.GeneratorRows.text;
import static dev.layerscope.conformance.GeneratorRows.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.argocd.Settings;
import dev.layerscope.render.generator.GenerationException;
import dev.layerscope.render.generator.Generators;
import dev.layerscope.render.generator.Interpolation;
import dev.layerscope.render.generator.MatrixGenerator;
import dev.layerscope.render.generator.MergeGenerator;
import dev.layerscope.render.generator.template.GoNodes;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The generators of ApplicationSets: which parameter sets they make, and in which words they fail.
 */
class GeneratorCasesTest {
  @TestFactory
  Stream<DynamicTest> everyRowIsRunOrNamed() {
    List<Case> cases = Case.ofArea("appset");
    return Stream.of(
        DynamicTest.dynamicTest(
            "appset: what is run",
            () -> {
              List<Mapping> must =
                  cases.stream().filter(one -> must(one)).flatMap(c -> c.rows().stream()).toList();
              long servers = must.stream().filter(GeneratorRows::isAboutAServer).count();
              long shapes =
                  cases.stream().filter(one -> !must(one)).mapToLong(c -> c.rows().size()).sum();
              System.out.printf(
                  "conformance appset: %d rows, %d of them about what is not here; %d optional"
                      + " rows about generators that need a network%n",
                  must.size(), servers, shapes);
              assertThat(servers).isEqualTo(3);
              assertThat(shapes).isEqualTo(10);
            }));
  }

  private static boolean must(Case one) {
    return one.json().textAt("offline").orElse("").contains("must");
  }

  @TestFactory
  Stream<DynamicTest> listsMakeOneSetForEachElement() {
    return rows(
        "appset-list",
        (one, row) -> {
          Mapping generator =
              generator("list", Map.of("elements", row.get("elements").orElseThrow()));
          assertThat(sets(one, generator)).isEqualTo(texts(row.get("expected")));
        });
  }

  @TestFactory
  Stream<DynamicTest> clustersComeFromTheInventory() {
    return rows(
        "appset-clusters",
        (one, row) -> {
          var block = new LinkedHashMap<String, Node>();
          row.mapping("selector").ifPresent(s -> block.put("selector", s));
          row.mapping("values").ifPresent(v -> block.put("values", v));
          row.get("isFlatMode").ifPresent(flat -> block.put("flatList", flat));
          List<Fields> made = make(one, generator("clusters", block));
          List<Node> wanted = items(row.get("expected"));
          if (ApplicationSet.isTrue(row.get("isFlatMode"))) {
            assertThat(made).hasSize(1);
            made = clusters(made.getFirst());
            wanted = items(((Mapping) wanted.getFirst()).get("clusters"));
          }
          assertThat(made.stream().map(GeneratorRows::text).toList())
              .containsExactlyInAnyOrderElementsOf(texts(wanted));
        });
  }

  @TestFactory
  Stream<DynamicTest> matricesMultiply() {
    return rows(
        "appset-matrix",
        (one, row) -> {
          if (row.has("gen") || !row.has("baseGenerators")) {
            return;
          }
          Mapping generator = generator("matrix", Map.of("generators", children(one, row)));
          compare(one, row, generator);
        });
  }

  @TestFactory
  Stream<DynamicTest> mergesOverride() {
    return rows(
        "appset-merge",
        (one, row) -> {
          if (!row.has("baseGenerators")) {
            return;
          }
          var block = new LinkedHashMap<String, Node>();
          block.put("generators", children(one, row));
          row.get("mergeKeys").ifPresent(keys -> block.put("mergeKeys", keys));
          compare(one, row, generator("merge", block));
        });
  }

  @TestFactory
  Stream<DynamicTest> mergeKeysAreUnique() {
    return rows(
        "appset-merge-unique",
        (one, row) -> {
          List<String> keys =
              items(row.get("mergeKeys")).stream().flatMap(n -> n.asText().stream()).toList();
          List<Fields> sets =
              items(row.get("paramSets")).stream().map(n -> GoNodes.fields((Mapping) n)).toList();
          Optional<String> error = error(row.get("expectedErr"));
          try {
            Map<String, Fields> byKeys = MergeGenerator.byKeys(sets, keys);
            assertThat(error).isEmpty();
            var shown = new LinkedHashMap<String, Node>();
            byKeys.forEach((key, set) -> shown.put(key, GoNodes.node(set)));
            assertThat(JsonText.of(Mapping.of(shown))).isEqualTo(text(row.get("expected")));
          } catch (GenerationException e) {
            assertThat(error).contains(e.reason());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> selectorsFilterParameters() {
    return rows(
        "appset-selector",
        (one, row) -> {
          Mapping generator =
              row.has("elements")
                  ? generator("list", Map.of("elements", row.get("elements").orElseThrow()))
                  : generator(
                      "clusters",
                      row.mapping("values").map(v -> Map.of("values", v)).orElse(Map.of()));
          Mapping selecting =
              row.mapping("selector").map(s -> generator.with("selector", s)).orElse(generator);
          assertThat(sets(clustered(one), selecting, one))
              .containsExactlyInAnyOrderElementsOf(texts(row.get("expected")));
        });
  }

  @TestFactory
  Stream<DynamicTest> valuesAreFilledFromParametersAlone() {
    return rows(
        "appset-values",
        (one, row) -> {
          Fields filled =
              interpolation(one, List.of())
                  .withValues(
                      GoNodes.fields(row.mapping("params").orElseThrow()), row.mapping("values"));
          assertThat(text(filled)).isEqualTo(text(row.get("expected")));
        });
  }

  @TestFactory
  Stream<DynamicTest> valuesOfASecondGeneratorWaitForIt() {
    return rows(
        "appset-matrix-values-preresolve",
        (one, row) -> {
          boolean go = ApplicationSet.isTrue(row.get("useGoTemplate"));
          var matrix = matrix(new Interpolation(go, options(row)));
          Optional<String> error = row.textAt("expectErr");
          try {
            Mapping filled =
                matrix.interpolated(
                    row.mapping("gen").orElseThrow(),
                    GoNodes.fields(row.mapping("params").orElseThrow()));
            assertThat(error).isEmpty();
            String kind = row.has("expectedGitValues") ? "git" : "clusters";
            Optional<Node> wanted =
                row.get("expectedGitValues").or(() -> row.get("expectedClusterValues"));
            assertThat(text(filled.at(kind, "values"))).isEqualTo(text(wanted));
          } catch (GenerationException e) {
            assertThat(error).isPresent();
            assertThat(e.reason()).contains(error.orElseThrow());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> generatorsFailToBeFilledInArgoCdsWords() {
    return rows(
        "appset-interpolate-errors",
        (one, row) -> {
          Mapping args = row.mapping("args").orElseThrow();
          String wanted = row.textAt("expectedErrStr").orElse("");
          var matrix =
              matrix(
                  new Interpolation(ApplicationSet.isTrue(args.get("useGoTemplate")), List.of()));
          String said = "";
          try {
            matrix.interpolated(
                args.mapping("requestedGenerator").orElseThrow(),
                GoNodes.fields(args.mapping("params").orElse(Mapping.EMPTY)));
          } catch (GenerationException e) {
            said = e.reason();
          }
          assertThat(said).isEqualTo(wanted);
        });
  }

  @TestFactory
  Stream<DynamicTest> equalParametersMayMeetAndDifferentOnesNot() {
    return rows(
        "appset-combine-maps",
        (one, row) -> {
          Optional<String> error = error(row.get("expectedErr"));
          try {
            Fields both =
                MatrixGenerator.flat(
                    GoNodes.fields(row.mapping("left").orElseThrow()),
                    GoNodes.fields(row.mapping("right").orElseThrow()));
            assertThat(error).isEmpty();
            assertThat(text(both)).isEqualTo(text(row.get("expected")));
          } catch (GenerationException e) {
            assertThat(error).contains(e.reason());
          }
        });
  }

  private static MatrixGenerator matrix(Interpolation interpolation) {
    return new MatrixGenerator(
        interpolation,
        (child, parent) -> {
          throw GenerationException.failed("no child is asked here");
        });
  }

  private static void compare(Case one, Mapping row, Mapping generator) {
    Optional<String> error = error(row.get("expectedErr"));
    try {
      List<String> made =
          make(clustered(one), generator, one).stream().map(GeneratorRows::text).toList();
      assertThat(error).isEmpty();
      assertThat(made).containsExactlyInAnyOrderElementsOf(texts(row.get("expected")));
    } catch (GenerationException e) {
      assertThat(error).contains(e.reason());
    }
  }

  /** The cases' git generator always makes the same sets; a list of those stands in for it. */
  private static Node children(Case one, Mapping row) {
    Optional<Node> mocked = one.json().get("mockedGitParams").or(() -> mocked(one, row));
    var children = new ArrayList<Node>();
    for (Mapping child : ApplicationSet.mappings(row.get("baseGenerators"))) {
      boolean git = child.has("git") && mocked.isPresent() && Generators.entries(child).size() == 1;
      children.add(
          git
              ? child
                  .without("git")
                  .with(
                      "list",
                      Mapping.of(
                          Map.of("elementsYaml", Scalar.of(JsonText.of(mocked.orElseThrow())))))
              : child);
    }
    return Sequence.of(children);
  }

  /** Where a case says in words only what the generator makes. */
  private static Optional<Node> mocked(Case one, Mapping row) {
    if (one.id().equals("appset-matrix-elements-yaml")) {
      Mapping first = (Mapping) items(row.get("expected")).getFirst();
      return Optional.of(Sequence.of(List.of(first.without("chart").without("version"))));
    }
    var apps = new ArrayList<Node>();
    for (String name : List.of("app1", "app2")) {
      Scalar text = Scalar.of(name);
      Mapping path = Mapping.of(Map.of("path", text, "basename", text, "basenameNormalized", text));
      apps.add(Mapping.of(Map.of("path", path)));
    }
    return isGo(one) ? Optional.of(Sequence.of(apps)) : Optional.empty();
  }

  private static Mapping generator(String kind, Map<String, ? extends Node> block) {
    return Mapping.of(Map.of(kind, Mapping.of(block)));
  }

  private static List<String> sets(Case one, Mapping generator) throws GenerationException {
    return make(one, generator).stream().map(GeneratorRows::text).toList();
  }

  private static List<String> sets(Settings settings, Mapping generator, Case one)
      throws GenerationException {
    return make(settings, generator, one).stream().map(GeneratorRows::text).toList();
  }

  private static List<Fields> make(Case one, Mapping generator) throws GenerationException {
    return make(clustered(one), generator, one);
  }

  private static List<Fields> make(Settings settings, Mapping generator, Case one)
      throws GenerationException {
    var generators = new Generators(new FixedGround(settings), interpolation(one, List.of()));
    var all = new ArrayList<Fields>();
    for (Generators.Entry entry : Generators.entries(generator)) {
      all.addAll(generators.generate(entry, generator.mapping("selector")).sets());
    }
    return all;
  }

  /** The selector cases of Go templates name no clusters; they mean those of the other case. */
  private static Settings clustered(Case one) {
    Optional<Node> listed = one.json().get("clusters");
    if (listed.isEmpty() && one.id().startsWith("appset-selector-clusters")) {
      listed = Case.startingWith("appset-selector-clusters").getFirst().json().get("clusters");
    }
    return FixedGround.settings(ApplicationSet.mappings(listed));
  }

  private static List<String> options(Mapping row) {
    return items(row.get("goTemplateOptions")).stream().flatMap(n -> n.asText().stream()).toList();
  }

  private static List<Fields> clusters(Fields set) {
    return items(((Mapping) GoNodes.node(set)).get("clusters")).stream()
        .map(n -> GoNodes.fields((Mapping) n))
        .toList();
  }
}
