package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameReferencesTest {
  private static final String USER =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: user
      spec:
        serviceAccountName: runner
        containers:
        - name: main
          image: shop/web:1.0
          env:
          - name: A
            valueFrom:
              configMapKeyRef: {name: settings, key: a}
          args: ["--host=$(HOST)"]
      """;

  private static Kustomized shop(String more) {
    return Kustomized.files()
        .file("kustomization.yaml", "resources: [pod.yaml, account.yaml]\n" + more)
        .file("pod.yaml", USER)
        .file("account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: runner\n");
  }

  private static final String GENERATED =
      "configMapGenerator:\n- name: settings\n  literals: [a=b]\n";

  @Test
  void referencesFollowPrefixesAndHashes() {
    String text = shop("namePrefix: eu-\n" + GENERATED).text(".");
    assertThat(text)
        .contains("serviceAccountName: eu-runner")
        .containsPattern("configMapKeyRef:\\s+key: a\\s+name: eu-settings-[a-z0-9]{10}\n");
  }

  @Test
  void aHashCanBeSwitchedOffForAllGenerators() {
    assertThat(shop("generatorOptions: {disableNameSuffixHash: true}\n" + GENERATED).text("."))
        .contains("name: settings\n");
  }

  @Test
  void anotherContentIsAnotherHash() {
    String one = shop(GENERATED).text(".");
    String other = shop(GENERATED.replace("a=b", "a=c")).text(".");
    assertThat(one.replace("a: b", "a: c")).isNotEqualTo(other);
  }

  @Test
  void whatNobodyHereIsCalledStaysAsItIs() {
    assertThat(shop("namePrefix: eu-\n").text(".")).contains("name: settings\n");
  }

  @Test
  void aNamespaceMovesObjectsButNotClusterScopedOnes() {
    String text =
        shop("namespace: shop\n")
            .file(
                "account.yaml",
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: runner
                """)
            .text(".");
    assertThat(text).containsOnlyOnce("namespace: shop").contains("kind: ClusterRole");
  }

  @Test
  void variablesAreReplacedInTheFieldsThatAreKnown() {
    String vars =
        "vars:\n- name: HOST\n  objref: {apiVersion: v1, kind: ServiceAccount, name: runner}\n";
    assertThat(shop("nameSuffix: -x\n" + vars).text(".")).contains("- --host=runner-x");
  }

  @Test
  void aVariableForNobodyIsAnError() {
    String vars = "vars:\n- name: HOST\n  objref: {apiVersion: v1, kind: Secret, name: none}\n";
    assertThat(shop(vars).error(".")).contains("HOST");
  }

  @Test
  void aGeneratorMergesIntoWhatItsBaseGenerated() {
    String text =
        Kustomized.files()
            .file("base/kustomization.yaml", GENERATED)
            .file(
                "prod/kustomization.yaml",
                "resources: [../base]\n"
                    + GENERATED.replace("literals: [a=b]", "behavior: merge\n  literals: [c=d]"))
            .text("prod");
    assertThat(text).contains("a: b", "c: d").containsOnlyOnce("kind: ConfigMap");
  }

  @Test
  void replicasAreSetByTheNameAnObjectHadBefore() {
    String text =
        Kustomized.files()
            .file("base/kustomization.yaml", "resources: [web.yaml]\nnamePrefix: b-")
            .file("base/web.yaml", Kustomized.WEB)
            .file(
                "prod/kustomization.yaml",
                "resources: [../base]\nreplicas: [{name: web, count: 7}]")
            .text("prod");
    assertThat(text).contains("name: b-web", "replicas: 7");
  }

  @Test
  void replicasForNobodyAreAnError() {
    assertThat(shop("replicas: [{name: none, count: 1}]").error("."))
        .contains("resource with name none does not match a config with the following GVK");
  }

  @Test
  void imagesAreReplacedByNameWithTagAndDigestApart() {
    String image = "images:\n- {name: shop/web, newName: mirror/web, newTag: '2.0'}\n";
    assertThat(shop(image).text(".")).contains("image: mirror/web:2.0");
    assertThat(shop("images: [{name: shop, newTag: '9'}]").text(".")).contains("shop/web:1.0");
  }

  @Test
  void anObjectForLocalUseIsNotPrinted() {
    String local =
        Kustomized.configMap("x", "a", "b")
            .replace(
                "  name: x",
                "  name: x\n  annotations: {config.kubernetes.io/local-config: 'true'}");
    assertThat(shop("").file("account.yaml", local).text(".")).doesNotContain("name: x");
  }

  @Test
  void anUnknownFieldIsRefused() {
    assertThat(shop("namePrefixes: a-").error(".")).contains("unknown field \"namePrefixes\"");
  }

  @Test
  void namesThatAnEarlierBuildLeftInAFileCountAndAreNotPrinted() {
    String noted =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: b-settings
          annotations:
            internal.config.kubernetes.io/previousKinds: ConfigMap
            internal.config.kubernetes.io/previousNames: settings
            internal.config.kubernetes.io/previousNamespaces: default
            team: shop
        """;
    String user =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes:
          - name: settings
            configMap:
              name: settings
        """;
    assertThat(
            Kustomized.files()
                .file("kustomization.yaml", "resources: [noted.yaml, user.yaml]")
                .file("noted.yaml", noted)
                .file("user.yaml", user)
                .text("."))
        .contains("annotations:\n    team: shop\n", "configMap:\n      name: b-settings\n")
        .doesNotContain("internal.config");
  }
}
