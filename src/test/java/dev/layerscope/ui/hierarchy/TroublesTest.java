package dev.layerscope.ui.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.CardFace;
import dev.layerscope.export.picture.Estate;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private final Hierarchy sample = Sample.at(Selection.environment("prod"));
  private final HierarchyNode deep = deepest();
  private final Hierarchy hierarchy = sample.withFindings(Map.of(deep.id(), List.of(warning())));
  private final HierarchyViewModel model = new HierarchyViewModel();

  @Test
  void theNextOneIsFoundInAClosedBranchAndOpened() {
    model.show(Estate.of(hierarchy, LayerLooks.of(hierarchy)));
    model.closeAll();

    Troubles.next(model, 1);

    assertThat(model.selectedNode().orElseThrow().id()).isEqualTo(deep.id());
    assertThat(model.selectedCard()).isPresent();
  }

  @Test
  void aClosedCardSaysWhatItHides() {
    TreePicture picture = TreePicture.of(hierarchy, hierarchy.roots().getFirst());

    assertThat(picture.warningsBelow(picture.tops().getFirst())).isEqualTo(1);
    assertThat(CardFace.hidden(picture, picture.tops().getFirst()))
        .extracting(CardFace.Badge::text)
        .contains("1 warning");
  }

  private HierarchyNode deepest() {
    TreePicture picture = TreePicture.of(sample, sample.roots().getFirst());
    return picture.node(picture.order().getLast());
  }

  private Finding warning() {
    return Finding.of(
        FindingCode.RETRY_EXHAUSTED_WARNING, "may give up", deep.manifest().location());
  }
}
