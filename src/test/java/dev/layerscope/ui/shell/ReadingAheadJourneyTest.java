package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.ui.common.Background;
import dev.layerscope.work.Progress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** While nobody asks for anything, the other environments are read. */
class ReadingAheadJourneyTest extends Journey {
  private Background background() {
    return window().workspace().background();
  }

  private boolean isAhead() {
    return background().activity(Background.MEANWHILE).get().isPresent();
  }

  @Test
  void theOtherEnvironmentsAreKnownBeforeSomebodyAsks() throws Exception {
    var ended = new AtomicInteger();
    interact(() -> {
      background()
          .activity(Background.MEANWHILE)
          .addListener((ignored, before, now) -> {
            if (before.isPresent() && now.isEmpty()) {
              ended.incrementAndGet();
            }
          });
      window().workspace().shown().addListener(ignored -> ended.set(0));
      window().workspace().resolve();
    });
    waitUntil(() -> ended.get() == 3);

    Opened opened = seen(() -> window().workspace().opened().get().orElseThrow());
    long before = opened.work().renders();
    for (String name : new String[] {"dev", "qa", "prod"}) {
      Resolve.resolve(opened, Selection.environment(name), Progress.SILENT);
    }
    assertThat(opened.work().renders()).isEqualTo(before);
  }

  @Test
  void whateverIsAskedComesFirstAndItGoesOnLater() throws Exception {
    waitUntil(this::isAhead);
    interact(() -> {
      window().workspace().look(Selection.environment("prod"));
      assertThat(isAhead()).isFalse();
      assertThat(background().idle()).isFalse();
    });
    waitUntil(() ->
        window().workspace().shown().get().orElseThrow().selection().environmentName().isPresent());
    waitUntil(this::isAhead);
    assertThat(seen(() -> background().idle())).as("nobody waits for it").isTrue();
  }
}
