package dev.layerscope.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TwoLinesTest {
  private static List<String> of(String text) {
    return TwoLines.of(text, line -> line.length() <= 12);
  }

  @Test
  void aSentenceBreaksAtASpace() {
    assertThat(of("Branch is not there")).containsExactly("Branch is", "not there");
  }

  @Test
  void aLongNameBreaksAtASeam() {
    assertThat(of("clusters-overlays gone")).containsExactly("clusters-", "overlays go…");
  }

  @Test
  void aNameWithoutSeamsBreaksWhereTheRoomEnds() {
    assertThat(of("abcdefghijklmnop")).containsExactly("abcdefghijkl", "mnop");
  }
}
