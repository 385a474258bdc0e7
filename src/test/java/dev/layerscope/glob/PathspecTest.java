package dev.layerscope.glob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code git ls-files -- PATHSPEC} lists, as git itself was seen to do it. */
class PathspecTest {
  @ParameterizedTest
  @CsvSource({
    "a/*/x.yaml, a/b/c/x.yaml, true",
    "a/*.yaml, a/b/c.yaml, true",
    "a/?/x, a/bc/x, false",
    "**/config.json, config.json, false",
    "**/config.json, p1/config.json, true",
    "p1/**/config.json, p1/config.json, false",
    "p1/**/config.json, p1/p2/config.json, true",
    ":(glob)**/config.json, config.json, true",
    ":(glob)a/*/x, a/b/c/x, false",
    "apps, apps/x/y.yaml, true",
    "apps/, apps/x/y.yaml, true",
    "apps, apps2/y.yaml, false",
    "./apps/x.yaml, apps/x.yaml, true",
    "'', anything/at/all, true",
    "., anything, true",
    "x[ab].yaml, xb.yaml, true",
    "x[!ab].yaml, xb.yaml, false",
    "x[a-c]/*, xb/y/z, true"
  })
  void starsCrossDirectoriesAndDirectoriesMeanAllBelow(String spec, String path, boolean matches) {
    assertThat(Pathspec.of(spec).orElseThrow().matches(path)).isEqualTo(matches);
  }

  @Test
  void otherMagicIsNotRead() {
    assertThat(Pathspec.of(":(exclude)a")).isEmpty();
    assertThat(Pathspec.of(":!a")).isEmpty();
  }

  @Test
  void manyStarsTakeNoTime() {
    String path = "a".repeat(4000);
    assertThat(Pathspec.of("*a".repeat(1000) + "b").orElseThrow().matches(path)).isFalse();
  }
}
