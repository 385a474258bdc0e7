package dev.layerscope.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatelyTest {
  private final Lately<String, String> lately = new Lately<>(10, String::length);

  @Test
  void whatWasNotAskedForLongestGoesFirst() {
    lately.put("a", "1234");
    lately.put("b", "1234");
    assertThat(lately.get("a")).isPresent();
    lately.put("c", "1234");
    assertThat(lately.get("b")).isEmpty();
    assertThat(lately.get("a")).contains("1234");
    assertThat(lately.weighs()).isEqualTo(8);
  }

  @Test
  void anotherValueWeighsInsteadOfTheFirst() {
    lately.put("a", "12345678");
    lately.put("a", "12");
    lately.put("b", "12345678");
    assertThat(lately.weighs()).isEqualTo(10);
  }

  @Test
  void whatIsTooHeavyIsNotKept() {
    lately.put("a", "12345678901");
    assertThat(lately.get("a")).isEmpty();
    assertThat(lately.weighs()).isZero();
  }
}
