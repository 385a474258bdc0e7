package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.WorkLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** What a page waits for is named on it, can be stopped there, and is then not taken for done. */
class WaitingJourneyTest extends Journey {
  @Test
  void whatTakesLongIsNamedAndCanBeStopped() throws Exception {
    Background background = window().workspace().background();
    var never = new CountDownLatch(1);
    List<String> answers = new ArrayList<>();
    List<WorkLine> lines = new ArrayList<>();
    try {
      interact(() -> {
        var line = new WorkLine(background, "a lane of its own");
        line.begins("Comparing dev with prod…");
        lines.add(line);
        background.ask(
            "a lane of its own",
            "work",
            progress -> {
              while (!never.await(10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                progress.stopIfCancelled();
              }
              return "done";
            },
            answers::add,
            error -> answers.add("failed"));
      });
      WorkLine line = lines.getFirst();
      assertThat(seen(() -> background.activity("a lane of its own").get())).isPresent();
      waitUntil(line::isVisible);
      assertThat(seen(() -> ((Label) line.lookup("#workWords")).getText()))
          .isEqualTo("Comparing dev with prod…");
      interact(() -> background.cancel("a lane of its own"));
      waitUntil(() -> !line.isVisible());
      assertThat(seen(() -> background.activity("a lane of its own").get()))
          .isEqualTo(Optional.empty());
      interact(() -> line.gaveUp("Not compared.", () -> answers.add("again")));
      assertThat(seen(line::isVisible)).isTrue();
      assertThat(answers).isEmpty();
    } finally {
      never.countDown();
    }
  }
}
