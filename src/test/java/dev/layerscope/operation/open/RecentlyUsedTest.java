package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
  private final RecentlyUsed<String, String> memory = new RecentlyUsed<>(10, String::length);

  @Test
  void whatWasNotAskedForLongestGoesFirst() {
    memory.put("a", "1234");
    memory.put("b", "1234");
    assertThat(memory.get("a")).isPresent();
    memory.put("c", "1234");
    assertThat(memory.get("b")).isEmpty();
    assertThat(memory.get("a")).contains("1234");
    assertThat(memory.weighs()).isEqualTo(8);
  }

  @Test
  void anotherValueWeighsInsteadOfTheFirst() {
    memory.put("a", "12345678");
    memory.put("a", "12");
    memory.put("b", "12345678");
    assertThat(memory.weighs()).isEqualTo(10);
  }

  @Test
  void whatIsTooHeavyIsNotKept() {
    memory.put("a", "12345678901");
    assertThat(memory.get("a")).isEmpty();
    assertThat(memory.weighs()).isZero();
  }
}
