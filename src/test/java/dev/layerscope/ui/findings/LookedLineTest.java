package dev.layerscope.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.FindingsDocument.Looked;
import dev.layerscope.finding.Certainty.Level;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookedLineTest {
  @Test
  void whereEverythingWasLookedAtItSaysSo() {
    var looked = new Looked(91, Map.of(Level.EXACT, 91), 0, Map.of(), Map.of());
    assertThat(LookedLine.text(looked)).isEqualTo("91 nodes looked at, all of them exact.");
  }

  @Test
  void whatCouldNotBeLookedAtIsNeverLeftOut() {
    var looked =
        new Looked(
            91,
            Map.of(Level.EXACT, 80, Level.OPAQUE, 7, Level.ASSUMED, 4),
            3,
            Map.of("https://git.example.com/a.git", "asks for a login"),
            Map.of("east", "no such branch", "west", "no such branch"));
    assertThat(LookedLine.text(looked))
        .isEqualTo(
            "91 nodes; 4 assumed, 7 opaque, 3 not looked into, 1 repository unreadable,"
                + " 2 roots unknown: these may hide more.");
  }

  @Test
  void aRepositoryThatCannotBeReadIsSaidThoughEveryNodeIsExact() {
    var looked =
        new Looked(
            1,
            Map.of(Level.EXACT, 1),
            0,
            Map.of("https://git.example.com/a.git", "asks for a login"),
            Map.of());
    assertThat(LookedLine.text(looked))
        .isEqualTo("1 node; 1 repository unreadable: these may hide more.");
  }
}
