package dev.layerscope.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.SyncOrder.Phase;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookTest {
  @ParameterizedTest
  @CsvSource({
    "helm.sh/hook, pre-install, PRE_SYNC",
    "helm.sh/hook, 'pre-install, post-upgrade', PRE_SYNC POST_SYNC",
    "helm.sh/hook, post-delete, POST_DELETE",
    "helm.sh/hook, pre-delete, PRE_DELETE",
    "argocd.argoproj.io/hook, 'PreSync,SyncFail', PRE_SYNC SYNC_FAIL",
    "argocd.argoproj.io/hook, PostSync, POST_SYNC"
  })
  void eventsAreMappedToPhases(String annotation, String events, String phases) {
    Hook hook = Hook.of(Map.of(annotation, events)).orElseThrow();
    assertThat(hook.phases())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(phases.split(" ")).map(Phase::valueOf).toList());
    assertThat(hook.never()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "helm.sh/hook, test",
    "helm.sh/hook, pre-rollback",
    "argocd.argoproj.io/hook, Skip",
    "argocd.argoproj.io/hook, presync"
  })
  void whatHasNoPhaseIsNeverApplied(String annotation, String events) {
    assertThat(Hook.of(Map.of(annotation, events)).orElseThrow().never()).isTrue();
  }

  @Test
  void argoCdsAnnotationBeatsHelmsAndDefinitionsAreNoHooks() {
    Map<String, String> both = Map.of("helm.sh/hook", "test", "argocd.argoproj.io/hook", "Sync");
    assertThat(Hook.of(both).orElseThrow().phases()).containsExactly(Phase.SYNC);
    assertThat(Hook.of(Map.of("helm.sh/hook", "crd-install"))).isEmpty();
    assertThat(Hook.of(Map.of())).isEmpty();
  }

  @Test
  void theWeightOfAHookIsItsWaveWhereNoWaveIsSaid() {
    assertThat(Hook.wave(Map.of("helm.sh/hook-weight", "-5"))).isEqualTo(-5);
    assertThat(Hook.wave(Map.of("helm.sh/hook-weight", "-5", "argocd.argoproj.io/sync-wave", "2")))
        .isEqualTo(2);
    assertThat(Hook.wave(Map.of("helm.sh/hook-weight", "3", "argocd.argoproj.io/sync-wave", "one")))
        .isEqualTo(3);
    assertThat(Hook.wave(Map.of())).isZero();
  }
}
