package dev.layerscope.ui.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.Estate;
import dev.layerscope.export.picture.Found;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import org.junit.jupiter.api.Test;

class HierarchyViewModelTest {
  private final HierarchyViewModel model = new HierarchyViewModel();

  @Test
  void beginsAtTheFirstRootWithTheChainOfLayersOpen() {
    show("prod");

    assertThat(model.rootName()).isEqualTo("my-cluster");
    assertThat(selected()).isEqualTo("my-cluster-deps");
    assertThat(drawn("type-a-deps")).isTrue();
    assertThat(drawn("baseline-deps")).isTrue();
  }

  @Test
  void selectingANodeOpensWhatHidesIt() {
    show("prod");
    model.closeAll();
    assertThat(drawn("baseline-res")).isFalse();

    model.select(id("baseline-res"));

    assertThat(drawn("baseline-res")).isTrue();
    assertThat(selected()).isEqualTo("baseline-res");
  }

  @Test
  void arrowsOpenDescendAndComeBack() {
    show("prod");
    model.closeAll();
    model.walk(Walk.Step.RIGHT);
    model.walk(Walk.Step.RIGHT);
    assertThat(selected()).isEqualTo("type-a-deps");

    model.walk(Walk.Step.PARENT);
    assertThat(selected()).isEqualTo("my-cluster-deps");
    model.walk(Walk.Step.LEFT);
    assertThat(drawn("type-a-deps")).isFalse();
  }

  @Test
  void anotherEnvironmentKeepsSelectionAndWhatIsOpen() {
    show("prod");
    model.select(id("baseline-res"));
    int before = model.sheet().get().orElseThrow().cards().size();

    show("dev");

    assertThat(selected()).isEqualTo("baseline-res");
    assertThat(model.sheet().get().orElseThrow().cards().size()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void aSearchCountsMatchesInClosedBranchesAndGoesThere() {
    show("prod");
    model.closeAll();

    model.search().look("BASELINE");

    Found found = model.search().found().get();
    assertThat(found.hits()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(found.below(0)).isEqualTo(found.hits().size());
    model.search().next(1);
    assertThat(selected()).contains("baseline");
    assertThat(model.search().found().get().current()).isZero();
  }

  @Test
  void closingABranchTakesTheSelectionAlong() {
    show("prod");
    model.select(id("type-a-deps"));
    model.setOpen(id("my-cluster-deps"), false);

    assertThat(selected()).isEqualTo("my-cluster-deps");
  }

  private void show(String environment) {
    Hierarchy hierarchy = Sample.at(Selection.environment(environment));
    model.show(Estate.of(hierarchy, LayerLooks.of(hierarchy)));
  }

  private String selected() {
    return model.selectedNode().map(HierarchyNode::name).orElse("nothing");
  }

  private NodeId id(String name) {
    TreePicture picture = model.picture().orElseThrow();
    return picture.order().stream()
        .map(picture::node)
        .filter(node -> node.name().equals(name) && node.kind() == NodeKind.APPLICATION)
        .map(HierarchyNode::id)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  private boolean drawn(String name) {
    return model.sheet().get().orElseThrow().cards().stream()
        .anyMatch(card -> model.picture().orElseThrow().node(card.index()).name().equals(name));
  }
}
