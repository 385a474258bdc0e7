package dev.layerscope.ui.hierarchy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.MapBuilder;
import dev.layerscope.export.picture.MapPicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.layout.Places.Rectangle;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MapPictureTest {
  private final Hierarchy hierarchy = Sample.at(Selection.environment("prod"));
  private final MapPicture fleet = MapBuilder.fleet(hierarchy, LayerLooks.of(hierarchy));

  @Test
  void everyRootWithTheLayerLeadsToIt() {
    assertThat(fleet.leadingTo(box -> box.title().equals("type-a"), box -> true))
        .extracting(MapPicture.Box::title)
        .containsExactlyInAnyOrder("type-a", "my-cluster", "east");
  }

  @Test
  void theWayLeadsOverWhatIsPassableAlone() {
    assertThat(
            fleet.leadingTo(
                box -> box.title().equals("type-a"), box -> !box.title().equals("my-cluster")))
        .extracting(MapPicture.Box::title)
        .containsExactlyInAnyOrder("type-a", "east");
  }

  @Test
  void aLayerIsSplitByTheRevisionsThatRootsHaveItAt() {
    Hierarchy dev = Sample.at(Selection.environment("dev"));
    MapPicture split = MapBuilder.fleet(dev, LayerLooks.of(dev), true, false);
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
    assertThat(fleet.leadingTo(box -> false, box -> true)).isEmpty();
  }

  @Test
  void aLayerNamesTheRepositoryThatMakesItOneAndNoOther() {
    assertThat(box("baseline").line()).isEqualTo("platform/baseline@prod");
  }

  @Test
  void aRootAnswersForEverythingBelowIt() {
    Hierarchy dev = Sample.at(Selection.environment("dev"));
    assertThat(MapBuilder.fleet(dev, LayerLooks.of(dev)).boxes())
        .filteredOn(box -> box.title().equals("mistakes"))
        .singleElement()
        .satisfies(box -> {
          assertThat(box.errors()).isGreaterThan(10);
          assertThat(box.warnings()).isPositive();
          assertThat(box.size()).isGreaterThan(box.nodes().size());
        });
  }

  @Test
  void noLinePassesBelowABox() {
    for (MapPicture.Link link : fleet.links()) {
      Rectangle from = fleet.boxes().get(link.from()).place();
      Rectangle to = fleet.boxes().get(link.to()).place();
      assertThat(fleet.boxes())
          .extracting(MapPicture.Box::place)
          .filteredOn(box -> box.x() > from.right() && box.right() < to.x())
          .as("boxes between the ends of a line")
          .noneMatch(box -> link.lane() > box.y() && link.lane() < box.bottom());
    }
    assertThat(fleet.links())
        .as("a line that had to leave its height")
        .anyMatch(link -> link.lane() != fleet.boxes().get(link.from()).place().centerY());
  }

  @Test
  void whatIsNotDrawnIsPassedOver() {
    Hierarchy dev = Sample.at(Selection.environment("dev"));
    MapPicture layers = MapBuilder.layers(dev, LayerLooks.of(dev));
    Set<NodeId> declared =
        dev.roots().stream().flatMap(root -> root.declared().stream()).collect(toSet());
    for (int i = 0; i < layers.boxes().size(); i++) {
      int at = i;
      MapPicture.Box box = layers.boxes().get(at);
      boolean own = box.nodes().stream().anyMatch(declared::contains);
      assertThat(own || layers.links().stream().anyMatch(link -> link.to() == at))
          .as("something leads to %s", box.title())
          .isTrue();
    }
    assertThat(dev.nodes()).anyMatch(node -> node.kind() == NodeKind.APPLICATION_SET);
  }

  private MapPicture.Box box(String title) {
    return fleet.boxes().stream().filter(b -> b.title().equals(title)).findFirst().orElseThrow();
  }

  @Test
  void teamsAreDrawnWhenWanted() {
    MapPicture all = MapBuilder.fleet(hierarchy, LayerLooks.of(hierarchy), false, true);
    assertThat(fleet.note()).isNotEmpty();
    assertThat(all.note()).isEmpty();
    assertThat(all.boxes()).extracting(MapPicture.Box::title).contains("aurora", "borealis");
    assertThat(fleet.boxes())
        .extracting(MapPicture.Box::title)
        .doesNotContain("aurora", "borealis");
  }

  @Test
  void columnsSayWhatTheyHold() {
    assertThat(fleet.headings())
        .extracting(MapPicture.Heading::title)
        .startsWith("Roots", "Shared by some")
        .anyMatch(title -> title.startsWith("Shared by"));
    assertThat(fleet.boxes())
        .allSatisfy(
            box -> assertThat(box.place().y()).isGreaterThanOrEqualTo(MapPicture.Heading.HEIGHT));
  }
}
