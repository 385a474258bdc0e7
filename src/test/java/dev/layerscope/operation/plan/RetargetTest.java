package dev.layerscope.operation.plan;

import static dev.layerscope.operation.SampleSession.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of an Application with several sources the one that is meant reads something else. */
class RetargetTest {
  private static final String SEVERAL =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: shop, namespace: argocd}
      spec:
        project: default
        sources:
          - repoURL: %s
            path: app
            targetRevision: dev
          - repoURL: %s
            targetRevision: dev # values
            ref: values
        destination: {server: https://kubernetes.default.svc, namespace: shop}
      """
          .formatted(Estate.TEAM, Estate.CLUSTER);

  @TempDir private Path temp;

  private PlanEdit.Answer plan(Optional<String> source) throws Exception {
    GitFixture cluster = Estate.cluster("").file("deps/shop.yaml", SEVERAL).commit("Begin");
    return PlanEdit.plan(
        Estate.open(temp, cluster.tag("v1"), Estate.team().tag("v1")),
        new Retargeting("shop", source, Optional.of("v1"), Optional.empty(), List.of("dev")),
        Progress.SILENT);
  }

  private List<String> changed(String source) throws Exception {
    return lines(
        Estate.planned(plan(Optional.of(source))).plan().branches().getFirst().files().getFirst());
  }

  @Test
  void theSourceIsNamedByItsRefNumberOrAddress() throws Exception {
    List<String> values =
        List.of("-      targetRevision: dev # values", "+      targetRevision: v1 # values");
    assertThat(changed("values")).isEqualTo(values);
    assertThat(changed("2")).isEqualTo(values);
    assertThat(changed(Estate.CLUSTER)).isEqualTo(values);
    assertThat(changed("new-team"))
        .containsExactly("-      targetRevision: dev", "+      targetRevision: v1");
  }

  @Test
  void withoutANameTheSourcesAreListed() throws Exception {
    assertThat(Estate.refused(plan(Optional.empty())))
        .contains("shop has several sources")
        .contains("1 " + Estate.TEAM + " (app)")
        .contains("2 " + Estate.CLUSTER + " (values)");
  }
}
