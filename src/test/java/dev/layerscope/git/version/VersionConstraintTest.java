package dev.layerscope.git.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionConstraintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.x;        1.9.0;  true",
        "1.x;        2.0.0;  false",
        "1.2.x;      1.2.7;  true",
        "1.2.x;      1.3.0;  false",
        "*;          0.0.1;  true",
        "x;          7.1.0;  true",
        "~1.2;       1.2.9;  true",
        "~1.2;       1.3.0;  false",
        "~1;         1.9.0;  true",
        "~1.2.3;     1.2.2;  false",
        "^1;         1.9.9;  true",
        "^1;         2.0.0;  false",
        "^0.2.3;     0.2.9;  true",
        "^0.2.3;     0.3.0;  false",
        "^0.0.3;     0.0.4;  false",
        "^0;         0.9.0;  true",
        ">=1 <2;     1.5.0;  true",
        ">=1 <2;     2.0.0;  false",
        ">=1, <2;    1.0.0;  true",
        "1 - 2;      2.0.0;  true",
        "1 - 2;      2.9.0;  true",
        "1 - 2.0.0;  2.0.1;  false",
        "=1.2.3;     1.2.3;  true",
        "=1.2.3;     1.2.4;  false",
        "!=1.2.3;    1.2.4;  true",
        "!=1.2.x;    1.2.4;  false",
        "!=1.x;      1.2.4;  false",
        ">1;         1.9.0;  false",
        ">1;         2.0.0;  true",
        ">1.2;       1.2.9;  false",
        "<=1;        1.9.0;  true",
        "<=1.2;      1.3.0;  false",
        "=<1.2.3;    1.2.3;  true",
        "=>1.2.3;    1.2.2;  false",
        "<1 || >=3;  3.1.0;  true",
        "<1 || >=3;  2.0.0;  false",
        "v1.x;       v1.4.0; true"
      })
  void aRangeHoldsWhatItShould(String range, String version, boolean inside) {
    assertThat(allows(range, version)).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "*;             1.0.0-rc1;  false",
        "*-0;           1.0.0-rc1;  true",
        ">=1;           1.1.0-rc1;  false",
        ">=1-0;         1.1.0-rc1;  true",
        ">=1-0 <2;      1.9.0-rc1;  true",
        "^1.2.3-beta.2; 1.2.3-beta.4;  true",
        "^1.2.3-beta.2; 1.2.3-beta.1;  false",
        "~1.2.3-0;      1.2.3-rc1;  true"
      })
  void preReleasesLieInARangeOnlyWhereItNamesOne(String range, String version, boolean inside) {
    assertThat(allows(range, version)).isEqualTo(inside);
  }

  private static boolean allows(String range, String version) {
    return VersionConstraint.parse(range)
        .orElseThrow()
        .allows(SemanticVersion.parse(version).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "main",
        "dev",
        "release-1.2",
        "???",
        "1.2.3 beta",
        ">=",
        "feature/x",
        "1.x.main"
      })
  void whatIsNoRangeIsSaidSo(String text) {
    assertThat(VersionConstraint.parse(text)).isEmpty();
  }

  @Test
  void versionsStandInTheOrderOfSemver() {
    List<String> ascending =
        List.of(
            "0.9",
            "v1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1",
            "1.0.1",
            "01.1");
    List<String> sorted =
        ascending.reversed().stream()
            .map(text -> SemanticVersion.parse(text).orElseThrow())
            .sorted()
            .map(SemanticVersion::original)
            .toList();

    assertThat(sorted).isEqualTo(ascending);
  }

  @Test
  void aPlainVersionMeansItselfEvenWithoutATag() {
    assertThat(VersionConstraint.highest("v1.2", List.of("v1.2.0"))).contains("v1.2");
  }

  @Test
  void oneTagThatBreaksTheRulesOfVersionsEndsTheSearch() {
    assertThat(VersionConstraint.highest("1.x", List.of("1.0.0", "1.0.0-01"))).isEmpty();
    assertThat(VersionConstraint.highest("1.x", List.of("1.0.0", "latest"))).contains("1.0.0");
  }
}
