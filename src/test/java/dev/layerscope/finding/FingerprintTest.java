package dev.layerscope.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final Location PLACE =
      new Location("https://git.example.com/a.git", COMMIT, "deps/a.yaml", 3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          project x does not exist; did you mean “y”? | project x does not exist
          yaml: line 12: could not find a key         | yaml: line 13: could not find a key
          in 0123456789abcdef0123456789abcdef01234567 | in 1123456789abcdef0123456789abcdef01234567
          (web/templates/a.yaml:3:14): nil pointer    | (web/templates/a.yaml:9:14): nil pointer
          """)
  void whatOthersChangeDoesNotMakeAnotherFinding(String before, String after) {
    assertThat(Fingerprint.of(told(before))).isEqualTo(Fingerprint.of(told(after)));
    assertThat(Fingerprint.gist(told(before))).isEqualTo(Fingerprint.gist(told(after)));
  }

  @ParameterizedTest
  @CsvSource({"no tag matches 1.x,no tag matches 2.x", "port 80 is taken,port 81 is taken"})
  void twoLooksAtTheSameFilesTellNumbersApartAndTwoRunsDoNot(String before, String after) {
    assertThat(Fingerprint.gist(told(before))).isNotEqualTo(Fingerprint.gist(told(after)));
    assertThat(Fingerprint.of(told(before))).isEqualTo(Fingerprint.of(told(after)));
  }

  @Test
  void aFindingIsKnownByWhatItSaysItIsKnownBy() {
    Finding one = told("deleting it deletes a").knownBy("deleting it");
    Finding two = told("deleting it deletes a and b").knownBy("deleting it");
    assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(two));
    assertThat(Fingerprint.of(one.notSurerThan(Certainty.assumed("x"))))
        .isEqualTo(Fingerprint.of(two));
    assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(told("deleting it deletes a")));
  }

  private static Finding told(String message) {
    return new Finding(FindingCode.CASCADING_PARENT_INFO, message, List.of(PLACE));
  }
}
