package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DiffBlocksTest {
  private static final String BEFORE = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n";
  private static final String AFTER = "a: 1\nb: 20\nc: 30\nd: 4\ne: 5\nf: 6\n";

  private static DiffBlocks of(boolean unified) {
    List<DiffRow> rows = DiffRow.of(BEFORE, AFTER);
    return new DiffBlocks(unified ? OneColumn.of(rows) : rows, unified);
  }

  /** Every difference on the way, from above all rows or from below them. */
  private static List<Integer> walk(DiffBlocks blocks, int from, int direction) {
    var met = new ArrayList<Integer>();
    OptionalInt next = blocks.beside(from, false, direction);
    while (next.isPresent()) {
      met.add(next.getAsInt());
      next = blocks.beside(next.getAsInt(), true, direction);
    }
    return met;
  }

  @Test
  void whatIsCountedIsWhatIsWalkedThrough() {
    DiffBlocks beside = of(false);
    assertThat(beside.differences()).isEqualTo(2);
    assertThat(walk(beside, -1, 1)).containsExactly(1, 5);
    assertThat(walk(beside, 6, -1)).containsExactly(5, 1);
  }

  @Test
  void inOneColumnWhatWentAndWhatCameInItsPlaceAreOneDifference() {
    DiffBlocks unified = of(true);
    assertThat(unified.differences()).isEqualTo(2);
    assertThat(walk(unified, -1, 1)).containsExactly(1, 7);
    assertThat(unified.number(2)).as("a line that went").isEqualTo(1);
    assertThat(unified.number(4)).as("a line that came").isEqualTo(1);
    assertThat(unified.height(1)).as("each is painted by itself").isEqualTo(2);
  }

  @Test
  void aTextThatIsAllNewIsOneDifferenceFromItsFirstRow() {
    List<DiffRow> rows = DiffRow.of("", "a: 1\nb: 2\n");
    var blocks = new DiffBlocks(rows, false);
    assertThat(walk(blocks, -1, 1)).hasSize(1);
    assertThat(blocks.beside(rows.size() - 1, true, 1)).isEmpty();
  }

  @Test
  void betweenTwoDifferencesBothAreNextToOne() {
    DiffBlocks blocks = of(false);
    assertThat(blocks.beside(3, false, -1)).hasValue(1);
    assertThat(blocks.beside(3, false, 1)).hasValue(5);
  }
}
