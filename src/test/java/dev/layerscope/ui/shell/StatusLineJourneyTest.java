package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.hierarchy.Overlay;
import java.util.Map;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** The status line counts what differs, and tells it from what nobody could compare. */
class StatusLineJourneyTest extends Journey {
  @Test
  void whatIsNotComparedIsNoDifferenceAndNotTheSame() throws Exception {
    interact(() -> window().workspace().look(Selection.environment("dev")));
    waitUntil(() -> window().workspace().background().idle());
    interact(() -> window().shell().overlay("prod"));
    waitUntil(
        () -> window().shell().pictures().modes().drawn().get().filter(Overlay::whole).isPresent());

    Overlay whole = seen(() -> window().shell().pictures().modes().drawn().get().orElseThrow());
    assertThat(this.<Labeled>the("#sizes").getText())
        .startsWith("Overlay of dev and prod · ")
        .contains(" differences in all roots")
        .doesNotContain("not compared yet");

    var id = whole.marks().keySet().iterator().next();
    var unread =
        new Overlay(
            "dev",
            "prod",
            whole.estate(),
            Map.of(id, Mark.UNKNOWN),
            Map.of(),
            Map.of(),
            whole.ghosts(),
            false);
    assertThat(StatusLineController.differences(unread))
        .isEqualTo(
            "Overlay of dev and prod · 0 differences in all roots · 1 unknown"
                + " · what they render is not compared yet");
  }
}
