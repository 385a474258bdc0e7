package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects whose rules count for others as well (specification §8). */
class GlobalProjectsTest {
  private static final String ESTATE =
      """
      ## wrong
      >>> app shop path=config project=shop
      >>> config/c.yaml
      {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
      >>> deps/projects.yaml
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata: {name: shop, namespace: argocd, labels: {tier: %s}}
      spec: {sourceRepos: ["https://git.example.com/platform/estate.git"], destinations: [{server: "*", namespace: other}]}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata: {name: everywhere, namespace: argocd}
      spec: {sourceRepos: [], destinations: [{server: "*", namespace: default}], namespaceResourceBlacklist: [{group: "", kind: %s}]}
      >>> workspace
      argocd:
        settings:
          globalProjects: |
            - labelSelector: {matchExpressions: [{key: tier, operator: In, values: [team]}]}
              projectName: everywhere
            - labelSelector: {}
              projectName: nobody-declares-it
      """;

  @TempDir private Path folder = Path.of(".");

  private List<FindingCode> codes(String tier, String forbidden) throws Exception {
    String text =
        ESTATE.formatted(tier, forbidden).replace("path=config", "path=config ns=default");
    Hierarchy hierarchy = FindingFixture.resolve(text, "wrong", folder);
    return hierarchy.findings().stream()
        .map(Finding::code)
        .filter(code -> code.text().contains("NotPermitted"))
        .distinct()
        .toList();
  }

  @Test
  void whatAGlobalProjectAllowsIsAllowedToThoseItSelects() throws Exception {
    assertThat(codes("team", "Secret")).isEmpty();
    assertThat(codes("platform", "Secret")).contains(FindingCode.DESTINATION_NOT_PERMITTED_ERROR);
  }

  @Test
  void whatAGlobalProjectForbidsIsForbiddenToThoseItSelects() throws Exception {
    assertThat(codes("team", "ConfigMap")).contains(FindingCode.KIND_NOT_PERMITTED_ERROR);
  }
}
