package dev.layerscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.Risk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskWordsTest {
  @ParameterizedTest
  @EnumSource(Risk.Kind.class)
  void everyDangerHasAFewWordsOfItsOwn(Risk.Kind kind) {
    assertThat(RiskWords.of(new Risk(kind, "at length")))
        .hasSizeBetween(8, 40)
        .doesNotContain("risk.");
  }

  @Test
  void ofSeveralDangersTheFirstIsNamedAndTheOthersCounted() {
    var first = new Risk(Risk.Kind.CRD_REMOVED, "one goes");
    var second = new Risk(Risk.Kind.PRUNE_CHANGED, "another changes");
    assertThat(RiskWords.of(List.of(first, second))).isEqualTo("Definition goes and 1 more");
    assertThat(RiskWords.all(List.of(first, second))).isEqualTo("⚑ one goes\n⚑ another changes");
  }
}
