package dev.layerscope.ui.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.MapBuilder;
import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import org.junit.jupiter.api.Test;

class MapPictureTest {
  private final Hierarchy hierarchy = Sample.at(Selection.environment("prod"));
  private final MapPicture fleet = MapBuilder.fleet(hierarchy, LayerLooks.of(hierarchy));

  @Test
  void everyRootWithTheLayerLeadsToIt() {
    assertThat(fleet.leadingTo(box -> box.title().equals("type-a")))
        .extracting(MapPicture.Box::title)
        .containsExactlyInAnyOrder("type-a", "my-cluster", "east");
  }

  @Test
  void aLayerIsSplitByTheRevisionsThatRootsHaveItAt() {
    Hierarchy dev = Sample.at(Selection.environment("dev"));
    MapPicture split = MapBuilder.fleet(dev, LayerLooks.of(dev), true);
    assertThat(split.boxes())
        .extracting(MapPicture.Box::title)
        .contains("baseline@dev", "baseline@prod")
        .doesNotContain("baseline");
    assertThat(split.boxes())
        .filteredOn(box -> box.title().startsWith("baseline@"))
        .extracting(MapPicture.Box::reached)
        .containsExactlyInAnyOrder(4, 1);
  }

  @Test
  void whatLeadsNowhereIsNotOnTheWay() {
    assertThat(fleet.leadingTo(box -> false)).isEmpty();
  }

  @Test
  void twoRepositoriesOfOneLayerAreToldApart() {
    assertThat(fleet.boxes())
        .filteredOn(box -> box.title().equals("baseline"))
        .singleElement()
        .satisfies(box -> assertThat(box.line()).contains("baseline@prod ×4"));
  }
}
