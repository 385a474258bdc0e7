package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.text.AlignedLine;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DiffReachTest {
  private static final int SIGHT = 80;

  private final DiffReach reach = new DiffReach();

  private static DiffRow changed(String from, String to) {
    return new DiffRow.Pair(
        new AlignedLine(
            AlignedLine.Kind.CHANGED,
            Optional.of(new AlignedLine.Numbered(1, from)),
            Optional.of(new AlignedLine.Numbered(1, to))));
  }

  /** Differs at columns 1,000 and 2,000. */
  private static DiffRow twice() {
    String blank = "word ".repeat(200);
    return changed(blank + "one " + blank + "one", blank + "two " + blank + "two");
  }

  @Test
  void theFirstDifferenceOfALongLineIsBroughtInSight() {
    assertThat(reach.first(twice(), 0, SIGHT)).hasValue(988);
    assertThat(reach.first(twice(), 988, SIGHT)).isEqualTo(OptionalInt.empty());
  }

  @Test
  void theNextDifferenceOfTheSameLineComesBeforeTheNextLine() {
    assertThat(reach.beyond(twice(), 1, 988, SIGHT).orElse(0)).isBetween(1_980, 2_004);
    assertThat(reach.beyond(twice(), 1, 1_992, SIGHT)).isEmpty();
    int back = reach.beyond(twice(), -1, 1_992, SIGHT).orElse(-1);
    assertThat(back).isBetween(1_003 - SIGHT, 1_000);
    assertThat(reach.beyond(twice(), -1, back, SIGHT)).isEmpty();
  }

  @Test
  void whatIsSearchedForIsBroughtInSightAndNotWhatDiffers() {
    assertThat(reach.toward(20, 8, 988, SIGHT)).as("both fit from the beginning").hasValue(0);
    assertThat(reach.toward(1_500, 8, 988, SIGHT)).hasValue(1_488);
    assertThat(reach.toward(20, 8, 0, SIGHT)).as("in sight").isEmpty();
    assertThat(reach.toward(-1, 8, 500, SIGHT)).as("in no line").isEmpty();
    assertThat(RowWords.column(changed("image: Registry/x:1", "other"), "registry")).isEqualTo(7);
  }

  @Test
  void aShortLineIsShownFromItsBeginning() {
    assertThat(reach.first(changed("a: 1", "a: 2"), 500, SIGHT)).hasValue(0);
    assertThat(reach.first(changed("a: 1", "a: 2"), 0, SIGHT)).isEmpty();
  }
}
