package dev.layerscope.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.ui.common.Messages;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditKindTest {
  @ParameterizedTest
  @EnumSource(EditKind.class)
  void everyFormHasItsWords(EditKind kind) {
    assertThat(Messages.bundle().containsKey(kind.title())).as(kind.title()).isTrue();
    assertThat(kind.fields())
        .allSatisfy(f -> assertThat(Messages.bundle().containsKey("field." + f.key())).isTrue());
  }

  @Test
  void aLayerBetweenTwoIsWantedAsSuch() {
    var values =
        new FormValues(
            Map.of("name", "mid", "upper", "east", "lower", "type-a", "repository", " "));
    assertThat(EditKind.BETWEEN.intention(values))
        .isEqualTo(
            new NewLayer(
                "mid",
                java.util.Optional.empty(),
                new NewLayer.Place.Between("east", "type-a"),
                java.util.List.of()));
  }

  @Test
  void aReleaseWithoutAnImageIsOneOfTheChart() {
    var values = new FormValues(Map.of("application", "shop", "version", "1.2.0"));
    assertThat(EditKind.RELEASE.intention(values))
        .isInstanceOfSatisfying(
            Release.class,
            r -> {
              assertThat(r.chart()).contains("1.2.0");
              assertThat(r.images()).isEmpty();
            });
  }

  @Test
  void aQuotaIsWhatWasFilledIn() {
    var values = new FormValues(Map.of("name", "a", "repository", "https://x/a.git", "cpu", "8"));
    assertThat(EditKind.TEAM.intention(values))
        .isInstanceOfSatisfying(
            dev.layerscope.edit.intention.TeamBinding.class,
            team ->
                assertThat(team.quota().orElseThrow())
                    .endsWith("    requests.cpu: '8'\n")
                    .doesNotContain("memory"));
  }
}
