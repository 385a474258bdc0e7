package dev.layerscope.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Finding;
import org.junit.jupiter.api.Test;

class HydratorReaderTest {
  private static ApplicationReader.Read read(String hydrator) {
    return ApplicationReader.read(
        Objects.object(
            """
            kind: Application
            metadata: {name: a}
            spec:
              source: {repoURL: "https://h/ignored", path: x}
              sourceHydrator: %s
              destination: {name: in-cluster}
            """
                .formatted(hydrator)));
  }

  private static String error(String hydrator) {
    ApplicationReader.Read read = read(hydrator);
    assertThat(read.application().sources()).isEmpty();
    return read.findings().stream().map(Finding::message).findFirst().orElse("");
  }

  @Test
  void whatIsDeployedIsTheBranchTheHydratorWritesTo() {
    Application application =
        read("{drySource: {repoURL: 'https://h/a', path: dry, targetRevision: main,"
                + " kustomize: {namePrefix: p-}}, syncSource: {targetBranch: env/dev, path: app}}")
            .application();
    Source sync = application.sources().getFirst();
    assertThat(sync.repoURL().text()).isEqualTo("https://h/a");
    assertThat(sync.targetRevision()).contains("env/dev");
    assertThat(sync.path()).contains("app");
    assertThat(sync.kustomize()).isEmpty();
    Source dry = application.drySource().orElseThrow();
    assertThat(dry.path()).contains("dry");
    assertThat(dry.kustomize()).isPresent();
    assertThat(application.waitsForOthers()).isFalse();
  }

  @Test
  void theFirstThingThatIsMissingIsSaidInArgoCdsWords() {
    assertThat(error("{syncSource: {targetBranch: b, path: p}}"))
        .isEqualTo("spec.sourceHydrator.drySource.repoURL is required");
    assertThat(error("{drySource: {repoURL: u}, syncSource: {path: p}}"))
        .isEqualTo("spec.sourceHydrator.syncSource.targetBranch is required");
    assertThat(
            error(
                "{drySource: {repoURL: u}, hydrateTo: {},"
                    + " syncSource: {targetBranch: b, path: p}}"))
        .isEqualTo("spec.sourceHydrator.hydrateTo.targetBranch is required");
    assertThat(error("{drySource: {repoURL: u}, syncSource: {targetBranch: b, path: .}}"))
        .contains("must not be the repository root");
  }
}
