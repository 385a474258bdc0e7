package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasesTest {
  private static Kustomized shop() {
    return Kustomized.files()
        .file("base/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: b-")
        .file("base/web.yaml", Kustomized.WEB);
  }

  @Test
  void theDeprecatedFieldComesBehindResources() {
    String text =
        shop()
            .file("prod/kustomization.yaml", "bases: [../base]\nresources: [a.yaml]")
            .file("prod/a.yaml", Kustomized.configMap("a", "x", "y"))
            .text("prod");
    assertThat(text.indexOf("name: a\n")).isLessThan(text.indexOf("name: b-web\n"));
  }

  @Test
  void aPatchFindsAnObjectByTheNameItsBaseGaveIt() {
    String patch =
        """
        patches:
        - target: {kind: Deployment, name: b-web}
          patch: '[{"op": "replace", "path": "/spec/replicas", "value": 9}]'
        """;
    assertThat(
            shop().file("prod/kustomization.yaml", "resources: [../base]\n" + patch).text("prod"))
        .contains("replicas: 9");
  }

  @Test
  void theSameObjectFromTwoBasesIsAnError() {
    assertThat(
            shop()
                .file("other/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: b-")
                .file("other/web.yaml", Kustomized.WEB)
                .file("prod/kustomization.yaml", "resources: [../base, ../other]")
                .error("prod"))
        .contains("may not add resource with an already registered id");
  }

  @Test
  void basesThatLeadToEachOtherAreACycle() {
    assertThat(
            Kustomized.files()
                .file("a/kustomization.yaml", "resources: [../b]")
                .file("b/kustomization.yaml", "resources: [../a]")
                .error("a"))
        .contains("cycle detected");
  }

  @Test
  void aFileOutsideOfTheFolderIsRefusedAFolderIsNot() {
    assertThat(
            shop().file("prod/kustomization.yaml", "resources: [../base/web.yaml]").error("prod"))
        .contains("security; file '/base/web.yaml' is not in or below '/prod'");
    assertThat(shop().file("prod/kustomization.yaml", "resources: [../base]").text("prod"))
        .contains("b-web");
  }

  @Test
  void aLinkThatLeavesTheFolderIsFollowedBeforeItIsJudged() {
    assertThat(
            shop()
                .link("prod/web.yaml", "../base/web.yaml")
                .file("prod/kustomization.yaml", "resources: [web.yaml]")
                .error("prod"))
        .contains("security;");
  }

  @Test
  void twoFilesWithTheNameAreAnErrorAndNoneToo() {
    assertThat(shop().file("base/Kustomization", "resources: []").error("base"))
        .contains("Found multiple kustomization files");
    assertThat(shop().file("empty/a.yaml", "").error("empty"))
        .contains("unable to find one of 'kustomization.yaml'");
  }

  @Test
  void aRemoteBaseThatNobodyHasIsNamed() {
    Built built =
        shop()
            .file(
                "prod/kustomization.yaml",
                "resources: [../base, 'https://git.example.com/far.git//x?ref=v1']")
            .build("prod");
    assertThat(built.failed()).isFalse();
    assertThat(built.manifests()).hasSize(1);
    assertThat(built.certainty().why())
        .containsExactly(
            "a remote base is not in the workspace: https://git.example.com/far.git//x?ref=v1");
  }

  @Test
  void aFieldThatIsNullTakesLabels() {
    assertThat(
            Kustomized.files()
                .file(
                    "kustomization.yaml",
                    """
                    resources: [a.yaml]
                    commonLabels: {team: shop}
                    commonAnnotations: {note: x}
                    namespace: shop
                    """)
                .file(
                    "a.yaml",
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: a
                      namespace:
                      annotations:
                      labels:
                    """)
                .text("."))
        .contains("annotations:\n    note: x\n", "labels:\n    team: shop\n", "namespace: shop\n");
  }

  @Test
  void aSecretWithoutEntriesHasAnEmptyMapOfThemAndAConfigMapHasNone() {
    String text =
        Kustomized.files()
            .file(
                "kustomization.yaml",
                """
                secretGenerator:
                - name: s
                configMapGenerator:
                - name: c
                generatorOptions: {disableNameSuffixHash: true}
                """)
            .text(".");
    assertThat(text).contains("data: {}\nkind: Secret").doesNotContain("data: {}\nkind: ConfigMap");
  }

  @Test
  void aFoldedTextWithALineThatEndsInASpaceStaysAsItIs() {
    String folded =
        """
        apiVersion: example.com/v1
        kind: Policy
        metadata:
          name: a
        expression: >-
          all(container,\s
            container.ports)
        """;
    assertThat(
            Kustomized.files()
                .file("kustomization.yaml", "resources: [a.yaml]")
                .file("a.yaml", folded)
                .text("."))
        .contains("expression: \"all(container, \\n  container.ports)\"");
  }
}
