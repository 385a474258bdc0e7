package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What findings say beyond their code. */
class FindingDetailsTest {
  private static final String CHART =
      """
      ## wrong
      >>> chart/Chart.yaml
      {apiVersion: v2, name: web, version: 1.0.0}
      >>> values/prod.yaml
      replicas: 2
      users:
      - name: root
        password: hunter22
      token: ref+vault://x
      >>> common:shared.yaml
      db: {adminPassword: swordfish}
      >>> deps/shop.yaml
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: shop, namespace: argocd}
      spec:
        project: default
        sources:
        - {repoURL: "https://git.example.com/platform/estate.git", path: chart, targetRevision: main,
           helm: {valueFiles: [../values/prod.yaml, $common/shared.yaml, none.yaml], ignoreMissingValueFiles: true}}
        - {repoURL: "https://git.example.com/platform/common.git", targetRevision: main, ref: common}
        destination: {server: "https://kubernetes.default.svc"}
      """;

  @TempDir private Path folder = Path.of(".");

  private List<Finding> found(String text, FindingCode code) throws Exception {
    return FindingFixture.resolve(text, "wrong", folder).findings().stream()
        .filter(finding -> finding.code() == code)
        .toList();
  }

  @Test
  void credentialsInValueFilesAreToldByPlaceAndNeverShown() throws Exception {
    List<Finding> found = found(CHART, FindingCode.CREDENTIAL_IN_VALUES_WARNING);
    assertThat(found)
        .extracting(finding ->
            finding.locations().getFirst().path() + ":" + finding.locations().getFirst().line())
        .containsExactlyInAnyOrder("values/prod.yaml:4", "shared.yaml:1");
    assertThat(found)
        .extracting(Finding::message)
        .anySatisfy(message -> assertThat(message).contains("users[].password"))
        .anySatisfy(message -> assertThat(message).contains("db.adminPassword"))
        .noneSatisfy(message -> assertThat(message).containsAnyOf("hunter22", "swordfish"));
  }

  @Test
  void namesOfKeysInSecretsAreNoCredentials() throws Exception {
    String names =
        CHART.replace(
            "token: ref+vault://x\n",
            """
            token: ref+vault://x
            external:
            - {secretKey: SESSION_KEY, remoteRef: {key: shop}}
            - {secretKey: SIGNING_KEY, remoteKey: shop, property: signing}
            sql: {existingSecret: sql, secretKey: sql-password}
            auth: {existingSecret: "", secretKeys: {password: key-of-it}}
            store: {existingSecret: "", secretKey: hunter22}
            """);
    assertThat(found(names, FindingCode.CREDENTIAL_IN_VALUES_WARNING))
        .extracting(Finding::message)
        .hasSize(3)
        .anySatisfy(message -> assertThat(message).contains("store.secretKey"));
  }

  @Test
  void oneFileIsToldOnceHoweverManyUseIt() throws Exception {
    String twice =
        CHART + CHART.substring(CHART.indexOf(">>> deps/shop.yaml")).replace("shop", "inn");
    assertThat(found(twice, FindingCode.CREDENTIAL_IN_VALUES_WARNING)).hasSize(2);
  }

  @Test
  void twoRootsThatDeclareOneApplicationAreTold() throws Exception {
    String text =
        """
        ## wrong
        >>> workspace
        roots:
          - {name: east, controlPlane: hub, repoURL: "https://git.example.com/platform/estate.git", revision: main, path: root.yaml}
          - {name: west, controlPlane: %s, repoURL: "https://git.example.com/platform/estate.git", revision: main, path: other.yaml}
        >>> app one path=config
        >>> config/c.yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
        >>> other.yaml
        {apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: top, namespace: argocd}, spec: {project: default, source: {repoURL: "https://git.example.com/platform/estate.git", path: config, targetRevision: main}, destination: {server: "https://kubernetes.default.svc"}}}
        """;
    assertThat(found(text.formatted("hub"), FindingCode.SHARED_APPLICATION_WARNING))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.message())
              .isEqualTo(
                  "Application/top is declared by the roots east and west: whichever is applied"
                      + " last has it");
          assertThat(finding.locations()).hasSize(2);
        });
    assertThat(found(text.formatted("edge"), FindingCode.SHARED_APPLICATION_WARNING)).isEmpty();
  }

  @Test
  void projectsOfOneArgoCdSayNothingOfAnother() throws Exception {
    String text =
        """
        ## wrong
        >>> workspace
        roots:
          - {name: east, controlPlane: east, repoURL: "https://git.example.com/platform/estate.git", revision: main, path: root.yaml}
          - {name: west, controlPlane: %s, repoURL: "https://git.example.com/platform/estate.git", revision: main, path: other.yaml}
        >>> app one path=config project=shop
        >>> deps/project.yaml
        {apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: shop, namespace: argocd}, spec: {sourceRepos: ["*"], destinations: [{server: "*", namespace: "*"}]}}
        >>> config/c.yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
        >>> other.yaml
        {apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: far, namespace: argocd}, spec: {project: made-by-hand, source: {repoURL: "https://git.example.com/platform/estate.git", path: config, targetRevision: main}, destination: {server: "https://kubernetes.default.svc"}}}
        """;
    assertThat(found(text.formatted("west"), FindingCode.MISSING_PROJECT_ERROR)).isEmpty();
    assertThat(found(text.formatted("east"), FindingCode.MISSING_PROJECT_ERROR)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "rev=mian, UNRESOLVED_REVISION_ERROR, main",
    "project=shpo, MISSING_PROJECT_ERROR, shop",
    "url=https://git.example.com/platform/esatte.git, UNKNOWN_REPOSITORY_WARNING,"
        + " https://git.example.com/platform/estate.git"
  })
  void whatWasMostLikelyMeantIsAsked(String option, FindingCode code, String meant)
      throws Exception {
    String text =
        """
        ## wrong
        >>> app one path=config %s
        >>> config/c.yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
        >>> deps/project.yaml
        {apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: shop, namespace: argocd}, spec: {sourceRepos: ["*"], destinations: [{server: "*", namespace: "*"}]}}
        """
            .formatted(option);
    assertThat(found(text, code))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith("; did you mean “" + meant + "”?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"platform/tenants", "platform/estate-prod", "platfrom/esatte", "team/estate"})
  void aRepositoryThatIsSimplyNotThereIsAskedAboutNothing(String address) throws Exception {
    String text =
        """
        ## wrong
        >>> app one path=config url=https://git.example.com/%s.git
        >>> config/c.yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
        """
            .formatted(address);
    assertThat(found(text, FindingCode.UNKNOWN_REPOSITORY_WARNING))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith(" is not in the workspace");
  }

  @Test
  void switchesAndNumbersThatAreTextsAreRefusedAlsoInTemplates() throws Exception {
    String text =
        """
        ## wrong
        >>> app one path=config
          revisionHistoryLimit: "3"
          syncPolicy: {automated: {prune: "true", selfHeal: true}, retry: {limit: 3, backoff: {factor: 2}}}
        >>> deps/set.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: set, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators: [{list: {elements: [{name: a, limit: 3}, {name: b, limit: 5}]}}]
          template:
            metadata: {name: "{{.name}}"}
            spec:
              project: default
              source: {repoURL: "https://git.example.com/platform/estate.git", path: config, targetRevision: main, directory: {recurse: no}}
              destination: {server: "https://kubernetes.default.svc"}
              syncPolicy: {automated: {}, retry: {limit: "{{.limit}}"}}
        >>> config/c.yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
        """;
    assertThat(found(text, FindingCode.INVALID_APPLICATION_ERROR))
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "spec.revisionHistoryLimit must be of type integer, and is \"3\"",
            "spec.syncPolicy.automated.prune must be of type boolean, and is \"true\"",
            "spec.template.spec.syncPolicy.retry.limit must be of type integer, and is"
                + " \"{{.limit}}\"");
  }

  @Test
  void aPatchOfATemplateThatMakesATextOfANumberGeneratesNothing() throws Exception {
    String text =
        """
        ## wrong
        >>> deps/set.yaml
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: set, namespace: argocd}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators: [{list: {elements: [{name: a, limit: 3}]}}]
          template:
            metadata: {name: "{{.name}}"}
            spec:
              project: default
              source: {repoURL: "https://git.example.com/platform/estate.git", path: config, targetRevision: main}
              destination: {server: "https://kubernetes.default.svc"}
          templatePatch: |
            spec: {syncPolicy: {retry: {limit: %s{{ .limit }}%s}}}
        >>> config/c.yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
        """;
    assertThat(found(text.formatted("", ""), FindingCode.APPLICATION_SET_ERROR)).isEmpty();
    assertThat(found(text.formatted("\"", "\""), FindingCode.APPLICATION_SET_ERROR))
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains(
            "invalid templatePatch: spec.syncPolicy.retry.limit must be of type integer, and is"
                + " \"3\"");
  }

  @Test
  void misspeltFieldsAndOptionsAreAskedAboutToo() throws Exception {
    String text =
        """
        ## wrong
        >>> app one path=config
          syncPolcy: {automated: {}}
          syncPolicy: {syncOptions: [CreateNamspace=true]}
        >>> config/c.yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
        """;
    assertThat(found(text, FindingCode.UNKNOWN_FIELD_WARNING).getFirst().message())
        .endsWith("did you mean “syncPolicy”?");
    assertThat(found(text, FindingCode.UNKNOWN_SYNC_OPTION_WARNING).getFirst().message())
        .endsWith("did you mean “CreateNamespace=true”?");
  }
}
