package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.generator.ApplicationTemplate;
import dev.layerscope.render.generator.GeneratedSet;
import dev.layerscope.render.generator.GenerationException;
import dev.layerscope.render.generator.Interpolation;
import dev.layerscope.render.generator.TemplateLayers;
import dev.layerscope.render.generator.TemplatePatch;
import dev.layerscope.render.generator.template.GoNodes;
import dev.layerscope.render.generator.template.ResourceNames;
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

/** How parameters fill a template, and which of the Applications Argo CD would create. */
class ApplicationTemplateCasesTest {
  @TestFactory
  Stream<DynamicTest> textsAreFilled() {
    return rows(
        "appset-render-",
        (one, row) -> {
          boolean go = one.id().endsWith("gotemplate");
          List<String> options = texts(row.get("templateOptions"));
          Mapping params = row.mapping("params").orElse(Mapping.EMPTY);
          String field = row.textAt("fieldVal").orElseThrow();
          if (params.isEmpty()) {
            // Without parameters the template is taken as it stands.
            assertThat(rendered(set(field, go, options), params).textAt("metadata", "name"))
                .isEqualTo(row.textAt("expectedVal"));
            return;
          }
          try {
            String filled = new Interpolation(go, options).text(field, GoNodes.fields(params));
            assertThat(row.textAt("errorMessage")).isEmpty();
            assertThat(filled).isEqualTo(row.textAt("expectedVal").orElseThrow());
          } catch (GenerationException e) {
            assertThat(row.textAt("errorMessage")).contains(e.reason());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> finalizersAreAdded() {
    return rows(
        "appset-finalizers",
        (one, row) -> {
          Mapping metadata = Mapping.of(Map.of("name", Scalar.of("{{a}}")));
          Optional<Node> own = row.get("existingFinalizers").filter(n -> !n.isNull());
          metadata = own.isPresent() ? metadata.with("finalizers", own.get()) : metadata;
          var spec = new LinkedHashMap<String, Node>();
          spec.put("template", Mapping.of(Map.of("metadata", metadata, "spec", Mapping.EMPTY)));
          row.mapping("syncPolicy").ifPresent(policy -> spec.put("syncPolicy", policy));
          Mapping made = rendered(set(spec), Mapping.of(Map.of("a", Scalar.of("b"))));
          assertThat(texts(made.at("metadata", "finalizers")))
              .isEqualTo(texts(row.get("expectedFinalizers")));
        });
  }

  @TestFactory
  Stream<DynamicTest> patchesAreLaidOver() {
    return rows(
        "appset-template-patch",
        (one, row) -> {
          Mapping patched =
              TemplatePatch.apply(
                  row.mapping("appTemplate").orElseThrow(),
                  row.textAt("templatePatch").orElseThrow());
          assertThat(JsonText.of(patched))
              .isEqualTo(JsonText.of(row.get("expectedApp").orElseThrow()));
        });
  }

  @TestFactory
  Stream<DynamicTest> aGeneratorsTemplateGoesFirst() {
    return rows(
        "appset-merge-template",
        (one, row) -> {
          Mapping merged =
              TemplateLayers.fill(
                  row.mapping("overrideTemplate").orElseThrow(),
                  row.mapping("template").orElseThrow());
          assertThat(JsonText.of(merged))
              .isEqualTo(JsonText.of(row.get("expectedMerged").orElseThrow()));
        });
  }

  @TestFactory
  Stream<DynamicTest> whatArgoCdRefusesIsLeftOut() {
    return rows(
        "appset-validate-applications",
        (one, row) -> {
          var manifests = new ArrayList<Manifest>();
          for (Mapping app : ApplicationSet.mappings(row.get("apps"))) {
            Manifest.of(app.with("kind", Scalar.of("Application")), new Origin("", "", "set.yaml"))
                .ifPresent(manifests::add);
          }
          Mapping errors = row.mapping("validationErrors").orElse(Mapping.EMPTY);
          var said = new ArrayList<String>();
          GeneratedSet.check("", manifests).findings().forEach(f -> said.add(f.message()));
          for (Mapping.Entry error : errors.entries()) {
            String words = error.value().textAt("$error").orElseThrow();
            // Clusters and projects are not known from the set alone; the hierarchy says those.
            if (!words.contains("no clusters with this name")
                && !words.contains("references project")) {
              assertThat(said).anySatisfy(message -> assertThat(message).endsWith(words));
            }
          }
          if (errors.isEmpty()) {
            assertThat(said).isEmpty();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> namesBecomeSlugs() {
    return rows(
        "appset-slugify",
        (one, row) -> {
          int length = Integer.parseInt(JsonText.of(row.get("length").orElseThrow()));
          boolean smart = ApplicationSet.isTrue(row.get("smartTruncate"));
          assertThat(ResourceNames.slugify(length, smart, row.textAt("branch").orElseThrow()))
              .isEqualTo(row.textAt("expectedBasePath").orElseThrow());
        });
  }

  @TestFactory
  Stream<DynamicTest> namesAreNormalized() {
    return rows(
        "appset-normalize",
        (one, row) ->
            assertThat(ResourceNames.normalize(row.textAt("input").orElseThrow()))
                .isEqualTo(row.textAt("expect").orElseThrow()));
  }

  private static ApplicationSet set(String name, boolean go, List<String> options) {
    var spec = new LinkedHashMap<String, Node>();
    spec.put("goTemplate", Scalar.plain(String.valueOf(go)));
    spec.put("goTemplateOptions", Sequence.of(options.stream().map(Scalar::of).toList()));
    spec.put(
        "template", Mapping.of(Map.of("metadata", Mapping.of(Map.of("name", Scalar.of(name))))));
    return set(spec);
  }

  private static ApplicationSet set(Map<String, Node> spec) {
    Mapping root =
        Mapping.of(Map.of("kind", Scalar.of("ApplicationSet"), "spec", Mapping.of(spec)));
    return ApplicationSet.of(Manifest.of(root, new Origin("", "", "set.yaml")).orElseThrow());
  }

  private static Mapping rendered(ApplicationSet set, Mapping parameters)
      throws GenerationException {
    var interpolation = new Interpolation(set.goTemplate(), set.options());
    return new ApplicationTemplate(set, interpolation, set.template())
        .render(GoNodes.fields(parameters), "argocd");
  }

  private static List<String> texts(Optional<Node> list) {
    return list.orElse(Mapping.EMPTY) instanceof Sequence sequence
        ? sequence.items().stream().flatMap(n -> n.asText().stream()).toList()
        : List.of();
  }

  private interface Check {
    void check(Case one, Mapping row) throws Exception;
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
