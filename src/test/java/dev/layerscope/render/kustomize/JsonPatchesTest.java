package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * JSON patches and the annotations in which the tool keeps what an object was called: where it
 * keeps some, a patch finds {@code metadata.annotations} although no file has them. All of it as
 * {@code kubectl kustomize} builds it.
 */
class JsonPatchesTest {
  private static final String ADD = "{op: add, path: /metadata/annotations/team, value: shop}";

  private static Kustomized patched(String field, String operation) {
    return based("", field, operation);
  }

  private static Kustomized based(String base, String field, String operation) {
    return Kustomized.files()
        .file("base/kustomization.yaml", "resources: [web.yaml]\n" + base)
        .file("base/web.yaml", Kustomized.WEB)
        .file(
            "prod/kustomization.yaml",
            """
            resources: [../base]
            %s:
            - target: {group: apps, version: v1, kind: Deployment, name: web}
              patch: |-
                - %s
            """
                .formatted(field, operation));
  }

  @Test
  void aPatchAddsTheFirstAnnotation() {
    assertThat(patched("patches", ADD).text("prod")).contains("annotations:\n    team: shop");
  }

  @Test
  void aPatchTakesAnnotationsAwayThatNoFileHas() {
    assertThat(patched("patches", "{op: remove, path: /metadata/annotations}").text("prod"))
        .contains("replicas: 1")
        .doesNotContain("annotations");
  }

  @Test
  void aPatchThatLeavesAnnotationsAloneMakesNone() {
    assertThat(patched("patches", "{op: replace, path: /spec/replicas, value: 2}").text("prod"))
        .contains("replicas: 2")
        .doesNotContain("annotations");
  }

  @Test
  void theFirstLabelHasNoPlaceYet() {
    assertThat(
            patched("patches", "{op: add, path: /metadata/labels/team, value: shop}").error("prod"))
        .contains("doc is missing path: /metadata/labels/team");
  }

  @Test
  void theDeprecatedFieldFindsThemOnlyOnAnObjectThatWasCalledOtherwise() {
    assertThat(patched("patchesJson6902", ADD).error("prod"))
        .contains("doc is missing path: /metadata/annotations/team");
    assertThat(based("namespace: shop", "patchesJson6902", ADD).text("prod"))
        .contains("annotations:\n    team: shop");
  }

  @Test
  void valuesMeanWhatTheyMeanInJson() {
    assertThat(
            patched(
                    "patches",
                    "{op: replace, path: /spec, value: {a: yes, b: off, c: 2001-01-01, on: 1}}")
                .text("prod"))
        .contains("a: true\n", "b: false\n", "c: \"2001-01-01\"\n", "\"true\": 1\n");
  }

  @Test
  void anAnnotationIsATextWhateverThePatchGivesIt() {
    assertThat(
            patched("patches", "{op: add, path: /metadata/annotations, value: {a: yes, b: 5}}")
                .text("prod"))
        .contains("a: \"true\"\n", "b: \"5\"\n");
  }

  @Test
  void whatBeginsAsAListOfJsonHasToBeJson() {
    assertThat(inline("[{op: replace, path: /spec/replicas, value: 2}]").error("prod"))
        .contains("unable to parse SM or JSON patch from");
    assertThat(
            inline("[{\"op\": \"replace\", \"path\": \"/spec/replicas\", \"value\": 2}]")
                .text("prod"))
        .contains("replicas: 2");
  }

  private static Kustomized inline(String patch) {
    return Kustomized.files()
        .file("prod/web.yaml", Kustomized.WEB)
        .file(
            "prod/kustomization.yaml",
            "resources: [web.yaml]\npatches:\n- {target: {kind: Deployment}, patch: '"
                + patch
                + "'}\n");
  }
}
