package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlikeTest {
  private static final String ONE =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: one
        labels: {team: a, tier: "1"}
      data: [x, y]
      """;

  private static Mapping read(String text) {
    return (Mapping) PlainYaml.read(text, 0, Reading.ARGO).orElseThrow();
  }

  private static Node at(Mapping root, String... keys) {
    return root.at(keys).orElseThrow();
  }

  @Test
  void aPieceOfTwoFilesThatSaysTheSameAtTheSamePlaceIsOneObject() {
    Mapping one = read(ONE);
    Mapping other = read(ONE.replace("name: one", "name: two"));

    assertThat(at(other, "metadata", "labels")).isSameAs(at(one, "metadata", "labels"));
    assertThat(at(other, "data")).isSameAs(at(one, "data"));
    assertThat(at(other, "kind")).isSameAs(at(one, "kind"));
    assertThat(at(other, "metadata")).isNotEqualTo(at(one, "metadata"));
  }

  @Test
  void aPieceThatStandsElsewhereOrIsWrittenOtherwiseIsAnother() {
    Mapping one = read(ONE);
    Mapping lower = read("\n" + ONE);
    Mapping quoted = read(ONE.replace("team: a", "team: 'a'").replace("\"1\"", "1"));

    assertThat(at(lower, "kind").place()).isNotEqualTo(at(one, "kind").place());
    assertThat(((Scalar) at(quoted, "metadata", "labels", "team")).style())
        .isEqualTo(Scalar.Style.SINGLE_QUOTED);
    assertThat(at(quoted, "metadata", "labels", "tier"))
        .isNotEqualTo(at(one, "metadata", "labels", "tier"));
  }

  @Test
  void whatMayBeAManifestIsNeverSharedBetweenFiles() {
    assertThat(read(ONE)).isEqualTo(read(ONE)).isNotSameAs(read(ONE));
  }
}
