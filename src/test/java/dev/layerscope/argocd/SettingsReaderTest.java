package dev.layerscope.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static Settings set(String yaml) {
    return Settings.DEFAULT.with(SettingsReader.read(Objects.object(yaml)).given());
  }

  @Test
  void theMainConfigMapSetsToolsTrackingAndExclusions() {
    Settings settings =
        set(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: argocd-cm, namespace: argocd}
            data:
              kustomize.buildOptions: --enable-helm
              helm.enable: "false"
              helm.valuesFileSchemes: https, s3
              application.resourceTrackingMethod: label
              cluster.inClusterEnabled: "false"
              resource.exclusions: |
                - apiGroups: ["tekton.dev"]
                  kinds: ["TaskRun"]
                  clusters: ["https://edge-*"]
              accounts.alice: apiKey
            """);
    assertThat(settings.kustomizeBuildOptions()).isEqualTo("--enable-helm");
    assertThat(settings.tools().disabled()).isEqualTo(Set.of(Tools.Tool.HELM));
    assertThat(settings.tools().valueFileSchemes()).containsExactly("https", "s3");
    assertThat(settings.tracking().method()).isEqualTo("label");
    assertThat(settings.inCluster()).isFalse();
    var taskRun = new Gvk("tekton.dev", "v1", "TaskRun");
    assertThat(settings.resources().excludes(taskRun, "https://edge-1")).isTrue();
    assertThat(settings.resources().excludes(taskRun, "https://kubernetes.default.svc")).isFalse();
    assertThat(settings.resources().excludes(new Gvk("", "v1", "Endpoints"), "")).isFalse();
    assertThat(settings.resources().excludes(new Gvk("", "v1", "Event"), "")).isTrue();
    assertThat(settings.found())
        .containsEntry("helm.enable", "a.yaml:6 of https://git.example.com/a.git")
        .doesNotContainKey("accounts.alice");
  }

  @Test
  void theParametersSetNamespacesSizesLinksAndGlobbing() {
    Settings settings =
        set(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: argocd-cmd-params-cm}
            data:
              application.namespaces: team-*, shop
              reposerver.max.combined.directory.manifests.size: 20Mi
              reposerver.allow.oob.symlinks: "true"
              applicationsetcontroller.enable.new.git.file.globbing: "true"
            """);
    assertThat(settings.applicationNamespaces()).containsExactly("team-*", "shop");
    assertThat(settings.tools().maxDirectoryBytes()).isEqualTo(20L << 20);
    assertThat(settings.tools().outOfBoundsLinks()).isTrue();
    assertThat(settings.generation().newFileGlobbing()).isTrue();
  }

  @Test
  void theOperatorsResourceSaysTheSameInItsOwnWords() {
    Settings settings =
        set(
            """
            apiVersion: argoproj.io/v1beta1
            kind: ArgoCD
            metadata: {name: openshift-gitops, namespace: openshift-gitops}
            spec:
              kustomizeBuildOptions: --enable-alpha-plugins
              sourceNamespaces: [team-a]
              resourceExclusions: "- kinds: [PipelineRun]"
              resourceHealthChecks:
                - {group: argoproj.io, kind: Application, check: "return {}"}
              extraConfig: {kustomize.buildOptions: --enable-helm}
              cmdParams: {reposerver.max.combined.directory.manifests.size: "0"}
            """);
    assertThat(settings.kustomizeBuildOptions()).as("extraConfig wins").isEqualTo("--enable-helm");
    assertThat(settings.applicationNamespaces()).containsExactly("team-a");
    assertThat(settings.tools().maxDirectoryBytes()).isZero();
    assertThat(settings.tracking().applicationHealth()).isTrue();
    assertThat(settings.resources().excludes(new Gvk("tekton.dev", "v1", "PipelineRun"), ""))
        .isTrue();
  }

  @Test
  void ofAClusterSecretOnlyNameAddressLabelsAndProjectAreRead() {
    Settings settings =
        set(
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: spoke
              labels: {argocd.argoproj.io/secret-type: cluster, env: prod}
            data: {server: aHR0cHM6Ly9zcG9rZTo2NDQz, config: c2VjcmV0}
            stringData: {name: spoke-1, project: team}
            """);
    Settings.Cluster cluster = settings.clusters().getFirst();
    assertThat(cluster.name()).isEqualTo("spoke-1");
    assertThat(cluster.server()).isEqualTo("https://spoke:6443");
    assertThat(cluster.labels()).containsEntry("env", "prod");
    assertThat(cluster.project()).isEqualTo(Optional.of("team"));
    assertThat(settings.toString()).doesNotContain("secret}").doesNotContain("c2VjcmV0");
  }

  @Test
  void aPlaceholderIsNoAddress() {
    Manifest secret =
        Objects.object(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: spoke, labels: {argocd.argoproj.io/secret-type: cluster}}
            stringData: {name: spoke, server: "<path:kv/data/spoke#server>"}
            """);
    assertThat(SettingsReader.isConfiguration(secret)).isTrue();
    assertThat(SettingsReader.read(secret).given()).isEmpty();
  }

  @Test
  void whatArgoCdCannotReadIsAFindingAtItsLine() {
    SettingsReader.Read read =
        SettingsReader.read(
            Objects.object(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: argocd-cm}
                data:
                  resource.exclusions: "not: a list"
                """));
    assertThat(read.given()).isEmpty();
    assertThat(read.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(FindingCode.SETTING_UNREADABLE_ERROR);
          assertThat(finding.locations().getFirst().line()).isEqualTo(5);
        });
  }

  @Test
  void whatTheWorkspaceSaysHidesWhereGitSaidIt() {
    Given git =
        SettingsReader.read(
                Objects.object(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: argocd-cm},"
                        + " data: {helm.enable: 'false'}}"))
            .given()
            .getFirst();
    Given workspace = SettingsReader.setting("helm.enable", "true").orElseThrow();
    Settings settings = Settings.DEFAULT.with(List.of(git)).with(List.of(workspace));
    assertThat(settings).isEqualTo(Settings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"10M, 10000000", "1Gi, 1073741824", "0, 0", "1.5k, 1500", "12, 12"})
  void quantitiesAreKubernetesOwn(String text, long bytes) {
    assertThat(SettingKeys.bytes(text)).hasValue(bytes);
    assertThat(SettingKeys.bytes(text + "X")).isEmpty();
  }
}
