package dev.layerscope.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  @Test
  void twoAnswersTogetherAreAsSureAsTheWeaker() {
    Certainty both = Certainty.assumed("the default branch").and(Certainty.opaque("a plugin"));
    assertThat(both.level()).isEqualTo(Certainty.Level.OPAQUE);
    assertThat(both.why()).containsExactly("the default branch", "a plugin");
  }

  @Test
  void exactAddsNothing() {
    Certainty approximate = Certainty.approximate("vars");
    assertThat(Certainty.EXACT.and(approximate)).isEqualTo(approximate);
    assertThat(approximate.and(Certainty.EXACT)).isEqualTo(approximate);
    assertThat(Certainty.weakest(List.of())).isEqualTo(Certainty.EXACT);
  }

  @Test
  void nothingIsUnsureWithoutAReason() {
    assertThatThrownBy(() -> new Certainty(Certainty.Level.OPAQUE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
