package dev.layerscope.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void theSameFaultAtTheSamePlaceHasTheSameCode() {
    assertThat(Fault.of(raised("one")).code())
        .isEqualTo(Fault.of(raised("two")).code())
        .matches("L-[0-9A-F]{4}");
  }

  @Test
  void credentialsInAnUrlAreNotAmongTheDetails() {
    String details = Fault.of(raised("no https://ada:s3cret@git.example.com/x.git here")).details();

    assertThat(details).contains("https://…@git.example.com/x.git").doesNotContain("s3cret");
  }

  private static Exception raised(String message) {
    return new IllegalStateException(message);
  }
}
