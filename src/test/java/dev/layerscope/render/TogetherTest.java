package dev.layerscope.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Destination;
import dev.layerscope.finding.Certainty;
import dev.layerscope.manifest.Scopes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final int MANY = 3_000;
  private static final int PATIENCE = 5;
  private static final Destination HERE =
      new Destination(
          Optional.of(Destination.IN_CLUSTER_SERVER), Optional.empty(), Optional.of("web"));

  private final Together together = new Together();

  private static Rendered rendered() {
    return new Rendered(SourceType.DIRECTORY, List.of(), Certainty.EXACT, List.of());
  }

  private Assembled of(Rendered rendered) {
    return together.of(
        List.of(rendered),
        HERE,
        Scopes.BUILT_IN,
        server -> Assembly.of(rendered(), List.of(), Certainty.EXACT));
  }

  @Test
  void whoeverAsksForTheSameRenderingsGetsTheVerySameWhole() {
    Rendered one = rendered();

    assertThat(of(one)).isSameAs(of(one)).isNotSameAs(of(rendered()));
  }

  @Test
  void renderingsThatNobodyHoldsAreLetGoOf() {
    Rendered held = rendered();
    Assembled before = of(held);
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < PATIENCE && least > MANY / 2; i++) {
      for (int j = 0; j < MANY; j++) {
        of(rendered());
      }
      System.gc();
      for (int j = 0; j < MANY / 10; j++) {
        of(rendered());
      }
      least = Math.min(least, together.size());
    }

    assertThat(least).isLessThanOrEqualTo(MANY / 2);
    assertThat(of(held)).as("what somebody holds stays").isSameAs(before);
  }
}
