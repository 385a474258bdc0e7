package dev.layerscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtOnceTest {
  private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();

  @Test
  void answersInTheOrderOfTheQuestions() {
    List<Integer> twice = MANY.stream().map(i -> 2 * i).toList();

    assertThat(AtOnce.all().each(MANY, i -> 2 * i)).isEqualTo(twice);
    assertThat(new AtOnce(3).each(MANY, i -> 2 * i)).isEqualTo(twice);
  }

  @Test
  void leavesTheCoreOfWhoeverWaitsToTheNext() {
    var here = new CountDownLatch(MANY.size());

    List<Boolean> met = AtOnce.all().each(MANY, i -> waitForAll(here));

    assertThat(met).hasSameSizeAs(MANY).containsOnly(true);
  }

  private static boolean waitForAll(CountDownLatch here) {
    here.countDown();
    try {
      return here.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void passesOnWhatOnePieceStumbledOver() {
    assertThatThrownBy(() ->
            AtOnce.all()
                .each(
                    MANY,
                    i -> {
                      if (i == 7) {
                        throw new IllegalArgumentException("seven");
                      }
                      return i;
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seven");
  }
}
