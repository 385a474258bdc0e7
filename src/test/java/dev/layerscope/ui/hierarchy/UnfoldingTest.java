package dev.layerscope.ui.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.Sheet;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.export.picture.Unfolding;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import org.junit.jupiter.api.Test;

class UnfoldingTest {
  private final TreePicture picture = picture();
  private final Sheet closed = Sheet.of(picture, at -> false);
  private final Sheet open = Sheet.of(picture, at -> true);

  @Test
  void newCardsComeOutOfTheCardTheyHangFrom() {
    Sheet begin = Unfolding.of(closed, open, 0, 0).orElseThrow().at(0);

    int top = picture.tops().getFirst();
    int child = picture.foldable(top).getFirst();
    assertThat(begin.card(child).orElseThrow().box())
        .isEqualTo(begin.card(top).orElseThrow().box());
  }

  @Test
  void theWayEndsAtTheSheetItself() {
    Sheet end = Unfolding.of(closed, open, 30, -7).orElseThrow().at(1);

    assertThat(end.cards()).isEqualTo(open.cards());
    assertThat(end.links()).isEqualTo(open.links());
  }

  @Test
  void aCardThatWasThereBeginsWhereItWasSeen() {
    Sheet begin = Unfolding.of(open, closed, 30, -7).orElseThrow().at(0);

    int top = picture.tops().getFirst();
    double x = open.card(top).orElseThrow().box().x() + 30;
    assertThat(begin.card(top).orElseThrow().box().x()).isEqualTo(x);
  }

  private static TreePicture picture() {
    Hierarchy hierarchy = Sample.at(Selection.environment("prod"));
    return TreePicture.of(hierarchy, hierarchy.roots().getFirst());
  }
}
