package dev.layerscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.layout.Columns.Size;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.layout.SpanningTree.Arc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void manyThatLeadNowhereStandInSeveralColumns() {
    var sizes = Collections.nCopies(402, new Size(200, 40));
    var arcs = new ArrayList<Arc>();
    IntStream.range(1, 401).forEach(to -> arcs.add(new Arc(0, to)));
    arcs.add(new Arc(0, 401));

    Places places = Columns.place(sizes, arcs, 56, 14);

    assertThat(places.width() / places.height()).isBetween(1.2, 2.2);
    assertThat(places.cards().stream().skip(1)).allMatch(box -> box.x() >= 256);
  }

  @Test
  void whatAHundredLeadToIsSeenTogetherWithTheFirstOfThem() {
    var sizes = Collections.nCopies(101, new Size(200, 40));
    var arcs = IntStream.range(0, 100).mapToObj(from -> new Arc(from, 100)).toList();

    Places places = Columns.place(sizes, arcs, 56, 14);

    assertThat(places.cards().get(100).centerY()).isBetween(200.0, 400.0);
  }

  @Test
  void aBoxStandsRightOfEverythingThatLeadsToIt() {
    List<Rectangle> boxes = place(3, new Arc(0, 1), new Arc(1, 2), new Arc(0, 2));

    assertThat(boxes.get(0).right()).isLessThan(boxes.get(1).x());
    assertThat(boxes.get(1).right()).isLessThan(boxes.get(2).x());
  }

  @Test
  void aCircleEnds() {
    List<Rectangle> boxes = place(3, new Arc(0, 1), new Arc(1, 2), new Arc(2, 0), new Arc(1, 1));

    assertThat(boxes).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void noTwoBoxesOverlap() {
    var arcs = new ArrayList<Arc>();
    for (int i = 1; i < 60; i++) {
      arcs.add(new Arc(i / 7, i));
      arcs.add(new Arc(i * 13 % 60, i));
    }
    List<Rectangle> boxes = place(60, arcs.toArray(Arc[]::new));

    for (int a = 0; a < boxes.size(); a++) {
      for (int b = a + 1; b < boxes.size(); b++) {
        assertThat(boxes.get(a).intersects(boxes.get(b))).as("%d and %d", a, b).isFalse();
      }
    }
  }

  private static List<Rectangle> place(int count, Arc... arcs) {
    List<Size> sizes = Collections.nCopies(count, new Size(200, 40));
    return Columns.place(sizes, List.of(arcs), 100, 14).cards();
  }
}
