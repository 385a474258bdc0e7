package dev.layerscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GentlyTest {
  private static final List<Integer> MANY = IntStream.range(0, 2_000).boxed().toList();

  @Test
  void whateverItIsSpreadOverItIsOneThread() throws Exception {
    List<Thread> threads =
        Gently.call(() ->
            MANY.parallelStream()
                .flatMap(i -> AtOnce.all().each(List.of(i), j -> Thread.currentThread()).stream())
                .distinct()
                .toList());

    assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void theAnswersAreThoseOfTheWorkWithoutIt() throws Exception {
    assertThat(Gently.call(() -> AtOnce.all().each(MANY, i -> 2 * i)))
        .isEqualTo(AtOnce.all().each(MANY, i -> 2 * i));
    assertThat(Gently.isNow()).isFalse();
  }

  @Test
  void whatItStumblesOverIsPassedOn() {
    assertThatThrownBy(() ->
            Gently.call(() -> {
              throw new IOException("seven");
            }))
        .isInstanceOf(Exception.class)
        .hasStackTraceContaining("seven");
    assertThatThrownBy(() ->
            Gently.call(() -> {
              throw new CancellationException("nobody waits");
            }))
        .isInstanceOf(CancellationException.class);
  }
}
