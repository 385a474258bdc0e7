package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildMetadataTest {
  @Test
  void annotationsThatStandTwiceBothCountAndTheFirstWins() {
    Kustomized twice =
        Kustomized.files()
            .file("kustomization.yaml", "resources: [a.yaml]\n")
            .file(
                "a.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  annotations: {colour: red, size: small}
                  name: a
                  annotations: {colour: blue, shape: round}
                """);
    assertThat(twice.text("."))
        .contains("colour: red", "size: small", "shape: round")
        .doesNotContain("blue");
  }

  @Test
  void anyOtherKeyThatStandsTwiceIsAnError() {
    Kustomized twice =
        Kustomized.files()
            .file("kustomization.yaml", "resources: [a.yaml]\n")
            .file(
                "a.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  labels: {colour: red}
                  name: a
                  labels: {shape: round}
                """);
    assertThat(twice.error(".")).contains("mapping key \"labels\" already defined at line 4");
  }

  private static Kustomized shop(String wanted) {
    return Kustomized.files()
        .file("base/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: b-")
        .file("base/web.yaml", Kustomized.WEB)
        .file(
            "prod/kustomization.yaml",
            "resources: [../base]\nnamespace: shop\nbuildMetadata: [" + wanted + "]");
  }

  @Test
  void theOriginIsThePathFromWhereTheBuildBegan() {
    assertThat(shop("originAnnotations").text("prod"))
        .contains(
            """
                config.kubernetes.io/origin: |
                  path: ../base/web.yaml
            """
                .indent(0))
        .doesNotContain("transformations");
  }

  @Test
  void everyStepIsNotedWithTheFileThatAsksForIt() {
    assertThat(shop("transformerAnnotations").text("prod"))
        .contains(
            """
                alpha.config.kubernetes.io/transformations: |
                  - configuredIn: ../base/kustomization.yaml
                    configuredBy:
                      apiVersion: builtin
                      kind: PrefixTransformer
                  - configuredIn: kustomization.yaml
                    configuredBy:
                      apiVersion: builtin
                      kind: NamespaceTransformer
            """)
        .doesNotContain("kubernetes.io/origin");
  }

  @Test
  void generatedObjectsSayWhoMadeThem() {
    String text =
        Kustomized.files()
            .file(
                "kustomization.yaml",
                """
                buildMetadata: [originAnnotations]
                configMapGenerator:
                - {name: c, literals: [a=b]}\
                """)
            .text(".");
    assertThat(text).contains("configuredIn: kustomization.yaml", "kind: ConfigMapGenerator");
  }

  @Test
  void theLabelNamesTheVersionThatArgoCdShips() {
    assertThat(shop("managedByLabel").text("prod"))
        .contains("app.kubernetes.io/managed-by: kustomize-v5.8.1");
  }
}
