package dev.layerscope.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ProjectRules.Verdict;
import dev.layerscope.git.RepoUrl;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectRulesTest {
  private static ProjectRules rules(String spec) {
    return new ProjectRules(
        AppProjectReader.read(
            Objects.object("{kind: AppProject, metadata: {name: p}, spec: " + spec + "}")));
  }

  private static Verdict to(String spec, DestinationCluster.Known cluster) {
    return rules(spec).permitsDestination(cluster, "shop", List.of());
  }

  @Test
  void aNegatedRepositoryAlonePermitsAllOthers() {
    ProjectRules rules = rules("{sourceRepos: ['!https://h/a/b']}");
    assertThat(rules.permitsSource(new RepoUrl("https://h/a/b.git"))).isFalse();
    assertThat(rules.permitsSource(new RepoUrl("https://elsewhere/x"))).isTrue();
  }

  @Test
  void whatConstrainsTheSideThatIsNotKnownCannotBeTold() {
    var byName = new DestinationCluster.Known("", "spoke", false);
    assertThat(to("{destinations: [{server: 'https://spoke', namespace: '*'}]}", byName))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(to("{destinations: [{server: '*', namespace: '*'}]}", byName))
        .isEqualTo(Verdict.PERMITTED);
    assertThat(to("{destinations: [{name: spoke, namespace: shop}]}", byName))
        .isEqualTo(Verdict.PERMITTED);
    assertThat(to("{destinations: [{name: other, namespace: shop}]}", byName))
        .isEqualTo(Verdict.REFUSED);
  }

  @Test
  void allButOneNamespaceIsAllNamespacesButOne() {
    var cluster = new DestinationCluster.Known("https://x", "x", true);
    assertThat(to("{destinations: [{server: '*', namespace: '!shop'}]}", cluster))
        .isEqualTo(Verdict.REFUSED);
    assertThat(to("{destinations: [{server: '*', namespace: '!kube-system'}]}", cluster))
        .isEqualTo(Verdict.PERMITTED);
  }

  @Test
  void argoCdsOwnClusterIsKnownByNameUnlessThatIsSwitchedOff() {
    var destination =
        new Destination(
            java.util.Optional.empty(),
            java.util.Optional.of("in-cluster"),
            java.util.Optional.of("shop"));
    assertThat(DestinationCluster.of(destination, Settings.DEFAULT))
        .isEqualTo(
            new DestinationCluster.Known("https://kubernetes.default.svc", "in-cluster", true));
    assertThat(DestinationCluster.of(destination, Settings.DEFAULT.withInCluster(false)))
        .isInstanceOf(DestinationCluster.Refused.class);
  }
}
