package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files under {@code configurations}, as strictly as {@code kubectl kustomize} reads them. */
class ConfigurationsTest {
  private static Kustomized configured(String configuration) {
    return Kustomized.files()
        .file("kustomization.yaml", "resources: [web.yaml]\nconfigurations: [fields.yaml]\n")
        .file("web.yaml", Kustomized.WEB)
        .file("fields.yaml", configuration);
  }

  @Test
  void aFieldThatNoSpecHasIsAnError() {
    assertThat(
            configured("varReference:\n- {path: spec/replicas, kind: Deployment, apiGroup: apps}")
                .error("."))
        .contains("unknown field \"apiGroup\"");
    assertThat(
            configured("nameReference:\n- {kind: Shop, fieldSpecs: [{path: spec/a, name: b}]}")
                .error("."))
        .contains("unknown field \"name\"");
    assertThat(configured("namePrefix:\n- {path: metadata/name, Kind: Shop}").text("."))
        .contains("name: web");
  }

  @Test
  void aPathHasNoWildcards() {
    Kustomized labelled =
        configured("commonLabels:\n- {path: spec/*/labels, create: true}")
            .file(
                "kustomization.yaml",
                """
                resources: [web.yaml]
                configurations: [fields.yaml]
                commonLabels: {team: shop}
                """);
    assertThat(labelled.error(".")).contains("wildcard is not supported in PathGetter");
  }
}
