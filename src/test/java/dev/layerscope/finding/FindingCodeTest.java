package dev.layerscope.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {
  @Test
  void theSuffixIsTheSeverity() {
    assertThat(FindingCode.MISSING_PATH_ERROR.text()).isEqualTo("MissingPathError");
    assertThat(FindingCode.MISSING_PATH_ERROR.severity()).isEqualTo(Severity.ERROR);
    assertThat(FindingCode.SELF_MANAGED_INFO.severity()).isEqualTo(Severity.INFO);
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyCodeIsExplained(FindingCode code) {
    assertThat(code.explanation().cause()).as("the cause in explanations.txt").isNotEmpty();
    assertThat(code.explanation().argocd()).as("argocd in explanations.txt").isNotEmpty();
    assertThat(code.explanation().cure()).as("the cure in explanations.txt").isNotEmpty();
  }
}
