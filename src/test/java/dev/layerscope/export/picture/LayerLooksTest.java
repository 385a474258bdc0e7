package dev.layerscope.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import org.junit.jupiter.api.Test;

class LayerLooksTest {
  @Test
  void theSampleHasABaselineTwoFamiliesTeamsAndClusters() {
    LayerLooks looks = LayerLooks.of(Sample.at(Selection.environment("prod")));

    assertThat(looks.of("baseline").number()).isEqualTo(1);
    assertThat(looks.of("type-a").number()).isEqualTo(2);
    assertThat(looks.of("team").number()).isEqualTo(3);
    assertThat(looks.of("type-b").number()).isEqualTo(4);
    assertThat(looks.of("my-cluster").number()).isEqualTo(5);
  }

  @Test
  void whatIsNotAssignedHasTheLastColour() {
    assertThat(LayerLooks.none().of("anything").number()).isEqualTo(8);
  }
}
