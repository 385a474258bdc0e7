package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplacementsTest {
  private static Kustomized shop(String targets) {
    return Kustomized.files()
        .file(
            "kustomization.yaml",
            """
            resources: [from.yaml, to.yaml, web.yaml]
            replacements:
            - source: {kind: ConfigMap, name: from, fieldPath: data.host}
              targets:
            """
                + targets)
        .file("from.yaml", Kustomized.configMap("from", "host", "shop.example.com"))
        .file("web.yaml", Kustomized.WEB)
        .file(
            "to.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: to
            data:
              url: https://HOST/index
              settings.json: '{"server": {"host": "HOST", "port": 80}}'
              settings.yaml: |
                server:
                  host: HOST
              commented.yaml: |
                host: HOST # which
            """);
  }

  private static String into(String path, String options) {
    return """
        - select: {kind: ConfigMap, name: to}
          fieldPaths: ['%s']
          options: {%s}
    """
        .formatted(path, options);
  }

  @Test
  void aFieldTakesTheValueOfAnother() {
    assertThat(shop(into("data.url", "")).text(".")).contains("url: shop.example.com");
  }

  @Test
  void aPartOfAFieldIsReplacedBetweenDelimiters() {
    assertThat(shop(into("data.url", "delimiter: /, index: 2")).text("."))
        .contains("url: https://shop.example.com/index");
  }

  @Test
  void aMissingFieldIsAnErrorUnlessItIsToBeMade() {
    assertThat(shop(into("data.none", "")).error("."))
        .contains("unable to find field \"data.none\" in replacement target");
    assertThat(shop(into("data.none", "create: true")).text("."))
        .contains("none: shop.example.com");
  }

  @Test
  void listElementsAreFoundByAField() {
    String targets =
        """
            - select: {kind: Deployment}
              fieldPaths: ['spec.template.spec.containers.[name=web].image']
        """;
    assertThat(shop(targets).text(".")).contains("image: shop.example.com");
  }

  @Test
  void aRejectedTargetIsLeftAlone() {
    String targets =
        """
            - select: {kind: ConfigMap}
              reject: [{name: from}]
              fieldPaths: [metadata.annotations.host]
              options: {create: true}
        """;
    assertThat(shop(targets).text(".")).containsOnlyOnce("host: shop.example.com\n  name: to");
  }

  @Test
  void jsonInATextIsReachedInto() {
    assertThat(shop(into("data.settings\\.json.server.host", "")).text("."))
        .contains("settings.json: '{\"server\":{\"host\":\"shop.example.com\",\"port\":80}}'");
  }

  @Test
  void yamlInATextIsReachedInto() {
    assertThat(shop(into("data.settings\\.yaml.server.host", "")).text("."))
        .contains("settings.yaml: |-\n    server:\n      host: shop.example.com\n");
  }

  @Test
  void yamlWhoseLayoutWouldBeLostIsNamed() {
    Built built = shop(into("data.commented\\.yaml.host", "")).build(".");
    assertThat(built.certainty().why())
        .containsExactly("replacements: the layout of YAML inside a text is written anew");
  }

  @Test
  void aSourceThatIsNotThereIsAnError() {
    assertThat(
            Kustomized.files()
                .file(
                    "kustomization.yaml",
                    """
                    replacements:
                    - source: {kind: Secret, name: s}
                      targets:
                      - select: {kind: ConfigMap}
                    """)
                .error("."))
        .contains("nothing selected by");
  }
}
