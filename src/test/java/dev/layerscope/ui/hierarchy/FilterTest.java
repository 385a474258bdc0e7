package dev.layerscope.ui.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.hierarchy.Filter.Facet;
import dev.layerscope.ui.workspace.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {
  private final Hierarchy hierarchy = Sample.at(Selection.environment("prod"));
  private final LayerLooks looks = LayerLooks.of(hierarchy);
  private final TreePicture picture = TreePicture.of(hierarchy, hierarchy.roots().getFirst());

  @Test
  void picksByRepository() {
    assertThat(matching(Filter.NONE.flip(Facet.REPOSITORY, "platform/baseline")))
        .contains("baseline-deps", "baseline-res")
        .doesNotContain("type-a-deps");
  }

  @Test
  void picksATeamByItsRepository() {
    Set<String> teams = Filter.all(Facet.TEAM, picture, looks);

    assertThat(teams).contains("teams/aurora").doesNotContain("platform/baseline");
    assertThat(matching(Filter.NONE.flip(Facet.TEAM, "teams/aurora"))).contains("aurora");
  }

  @Test
  void picksByTheNamespaceThatIsDeliveredTo() {
    assertThat(matching(Filter.NONE.flip(Facet.NAMESPACE, "borealis"))).containsExactly("borealis");
  }

  @Test
  void valuesOfOneFacetWidenAndFacetsNarrow() {
    Filter both =
        Filter.NONE
            .flip(Facet.REPOSITORY, "platform/baseline")
            .flip(Facet.REPOSITORY, "platform/type-a");
    assertThat(matching(both)).contains("baseline-deps", "type-a-deps");

    assertThat(matching(both.flip(Facet.LAYER, "type-a")))
        .contains("type-a-deps")
        .doesNotContain("baseline-deps");
  }

  @Test
  void picksWhatDiffersFromAnotherEnvironment() {
    HierarchyNode one = picture.node(picture.tops().getFirst());
    var differs = new Filter.Differs("dev", Set.of(one.id()));

    assertThat(matching(Filter.NONE.differing(Optional.of(differs)))).containsExactly(one.label());
  }

  @Test
  void aChipPressedTwiceIsGone() {
    assertThat(Filter.NONE.flip(Facet.KIND, "AppProject").flip(Facet.KIND, "AppProject"))
        .isEqualTo(Filter.NONE);
  }

  private List<String> matching(Filter filter) {
    return filter.matching(picture, looks).stream()
        .mapToObj(at -> picture.node(at).label())
        .toList();
  }
}
