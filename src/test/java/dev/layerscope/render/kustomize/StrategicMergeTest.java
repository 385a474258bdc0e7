package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrategicMergeTest {
  private static final String PODS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {a: "1", b: "2"}
      spec:
        template:
          spec:
            containers:
            - name: web
              image: shop/web:1.0
              args: [one, two]
            - name: side
              image: shop/side:1.0
      """;

  private static Kustomized patched(String patch) {
    return Kustomized.files()
        .file("kustomization.yaml", "resources: [web.yaml]\npatches:\n- path: patch.yaml\n")
        .file("web.yaml", PODS)
        .file(
            "patch.yaml",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n" + patch);
  }

  @Test
  void listsOfKnownKindsAreMergedByTheirKeyAndThePatchComesFirst() {
    String text =
        patched(
                """
                spec:
                  template:
                    spec:
                      containers:
                      - name: new
                        image: shop/new:1.0
                      - name: side
                        image: shop/side:2.0
                """)
            .text(".");
    assertThat(text).contains("shop/web:1.0", "shop/side:2.0", "shop/new:1.0");
    assertThat(text.indexOf("name: new")).isLessThan(text.lastIndexOf("name: web"));
  }

  @Test
  void listsOfTextsAreReplaced() {
    assertThat(
            patched(
                    """
                    spec:
                      template:
                        spec:
                          containers:
                          - name: web
                            args: [three]
                    """)
                .text("."))
        .contains("- three")
        .doesNotContain("- one");
  }

  @Test
  void nullRemovesAField() {
    assertThat(patched("  labels: {a: null}\n").text("."))
        .contains("b: \"2\"")
        .doesNotContain("a: ");
  }

  @Test
  void deleteRemovesTheObject() {
    assertThat(patched("$patch: delete\n").text(".")).isEmpty();
  }

  @Test
  void deleteRemovesAnElement() {
    assertThat(
            patched(
                    """
                    spec:
                      template:
                        spec:
                          containers:
                          - name: side
                            $patch: delete
                    """)
                .text("."))
        .contains("name: web")
        .doesNotContain("name: side");
  }

  @Test
  void replaceReplacesAMap() {
    assertThat(patched("  labels: {$patch: replace, c: '3'}\n").text("."))
        .contains("c: \"3\"")
        .doesNotContain("b: ");
  }

  @Test
  void replaceReplacesAList() {
    assertThat(
            patched(
                    """
                    spec:
                      template:
                        spec:
                          containers:
                          - $patch: replace
                          - name: only
                            image: shop/only:1.0
                    """)
                .text("."))
        .contains("name: only")
        .doesNotContain("shop/web")
        .doesNotContain("shop/side");
  }

  @Test
  void listsOfUnknownKindsAreReplaced() {
    String application =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop}
        spec:
          syncPolicy:
            syncOptions: [%s]
        """;
    String text =
        Kustomized.files()
            .file("kustomization.yaml", "resources: [app.yaml]\npatches:\n- path: patch.yaml\n")
            .file("app.yaml", application.formatted("CreateNamespace=true"))
            .file("patch.yaml", application.formatted("Validate=false"))
            .text(".");
    assertThat(text).contains("- Validate=false").doesNotContain("CreateNamespace");
  }

  @Test
  void aPatchWithATargetChangesAllThatMatchWholeNames() {
    var shop =
        Kustomized.files()
            .file("a.yaml", Kustomized.configMap("web", "x", "y"))
            .file("b.yaml", Kustomized.configMap("web-two", "x", "y"))
            .file(
                "kustomization.yaml",
                """
                resources: [a.yaml, b.yaml]
                patches:
                - target: {kind: ConfigMap, name: we.}
                  patch: |
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: any}
                    data: {hit: "yes"}
                """);
    assertThat(shop.text(".")).containsOnlyOnce("hit: \"yes\"");
  }

  @Test
  void aPatchForNobodyIsAnError() {
    assertThat(patched("").file("web.yaml", Kustomized.configMap("x", "a", "b")).error("."))
        .contains("no resource matches strategic merge patch \"Deployment.v1.apps/web.[noNs]\"");
  }

  @Test
  void anOpenApiFileTellsWhichListsAreMerged() {
    String rollout =
        """
        apiVersion: shop.example.com/v1
        kind: Rollout
        metadata: {name: web}
        spec:
          steps:
          - {name: %s, weight: %s}
        """;
    String schema =
        """
        {"definitions": {
          "Rollout": {
            "x-kubernetes-group-version-kind":
              [{"group": "shop.example.com", "version": "v1", "kind": "Rollout"}],
            "properties": {"spec": {"$ref": "#/definitions/Spec"}}},
          "Spec": {"properties": {"steps": {
            "type": "array", "items": {"type": "object"},
            "x-kubernetes-patch-strategy": "merge", "x-kubernetes-patch-merge-key": "name"}}}}}
        """;
    var shop =
        Kustomized.files()
            .file("plain/kustomization.yaml", "resources: [a.yaml]\npatches:\n- path: p.yaml\n")
            .file("plain/a.yaml", rollout.formatted("one", 1))
            .file("plain/p.yaml", rollout.formatted("two", 2))
            .file(
                "known/kustomization.yaml",
                "resources: [a.yaml]\nopenapi: {path: schema.json}\npatches:\n- path: p.yaml\n")
            .file("known/schema.json", schema)
            .file("known/a.yaml", rollout.formatted("one", 1))
            .file("known/p.yaml", rollout.formatted("two", 2));
    assertThat(shop.text("plain")).contains("name: two").doesNotContain("name: one");
    assertThat(shop.text("known")).contains("name: two", "name: one");
  }

  @Test
  void aVersionOfTheSchemaThatIsNotBuiltInIsAnError() {
    assertThat(
            patched("")
                .file("kustomization.yaml", "resources: [web.yaml]\nopenapi: {version: v1.30.0}\n")
                .error("."))
        .contains("the specified OpenAPI version is not built in");
  }
}
