package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names the API server takes, and names it refuses. */
class ObjectNamesTest {
  private static final String ESTATE =
      """
      ## wrong
      >>> apps/My_Shop/a.yaml
      {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
      >>> apps/tea.shop/a.yaml
      {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
      >>> deps/shop.yaml
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: %s, namespace: argocd}
      spec:
        project: default
        source: {repoURL: "https://git.example.com/platform/estate.git", path: apps/tea.shop}
        destination: {server: "https://kubernetes.default.svc", namespace: shop}
      >>> deps/set.yaml
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: set, namespace: argocd}
      spec:
        generators:
        - git: {repoURL: "https://git.example.com/platform/estate.git", revision: main, directories: [{path: apps/*}]}
        template:
          metadata: {name: "{{path.basename}}"}
          spec:
            project: default
            source: {repoURL: "https://git.example.com/platform/estate.git", path: "{{path}}"}
            destination: {server: "https://kubernetes.default.svc", namespace: tea}
      """;

  @TempDir private Path folder = Path.of(".");

  @Test
  void whatTheApiServerRefusesIsAnErrorAtTheName() throws Exception {
    assertThat(FindingFixture.resolve(ESTATE.formatted("Shop"), "wrong", folder).findings())
        .filteredOn(finding -> finding.code() == FindingCode.INVALID_APPLICATION_ERROR)
        .extracting(Finding::message)
        .satisfiesExactlyInAnyOrder(
            message -> assertThat(message).contains("\"Shop\": a lowercase RFC 1123 subdomain"),
            message -> assertThat(message).contains("\"My_Shop\": a lowercase RFC 1123"));
  }

  @Test
  void aLongNameIsRefusedForItsLength() throws Exception {
    String name = "a".repeat(254);
    assertThat(FindingFixture.resolve(ESTATE.formatted(name), "wrong", folder).findings())
        .extracting(Finding::message)
        .anySatisfy(message -> assertThat(message).endsWith("no more than 253 characters"));
  }
}
