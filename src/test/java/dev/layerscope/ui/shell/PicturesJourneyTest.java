package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.Mark;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.hierarchy.Exports;
import dev.layerscope.ui.hierarchy.Filter;
import dev.layerscope.ui.hierarchy.HierarchyController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A person looks at the picture from all sides: by keys, without touching the mouse. */
class PicturesJourneyTest extends Journey {
  @Test
  void aPersonFiltersLightsUpOverlaysAndExports() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().shell().graph().drawn() > 3);
    interact(window().shell().graph()::requestFocus);

    goesBackAndForth();
    isAskedWhatWasMeant();
    filters();
    lightsUpABlastRadius();
    drawsNeighboursWhereNoEnvironmentIsShown();
    drawsTwoEnvironmentsOverEachOther();
    looksFromAbove();
    exportsWhatIsSeen();
    goesAnywhere();
  }

  private void goesBackAndForth() {
    push(KeyCode.HOME);
    push(KeyCode.RIGHT);
    assertThat(selected()).isEqualTo("type-a-deps");
    push(KeyCode.ALT, KeyCode.LEFT);
    assertThat(selected()).isEqualTo("my-cluster-deps");
    push(KeyCode.ALT, KeyCode.RIGHT);
    assertThat(selected()).isEqualTo("type-a-deps");
  }

  private void isAskedWhatWasMeant() throws Exception {
    push(KeyCode.CONTROL, KeyCode.F);
    write("basline");
    // Looked for in the background; what was nearest to a part of it may be there before.
    waitUntil(() -> this.<Labeled>the("#suggestion").getText().equals("Did you mean “baseline”?"));
    push(KeyCode.ESCAPE);
  }

  private void filters() throws Exception {
    int all = drawn();
    Filter teams = Filter.NONE.flip(Filter.Facet.LAYER, "team").hiding(true);
    interact(() -> window().hierarchy().filter().set(teams));
    assertThat(drawn()).isLessThan(all);
    assertThat(this.<Labeled>the("#hiding").getText()).matches("hiding \\d+ of \\d+");
    Screens.save(window().stage(), "filter-light");
    interact(() -> window().hierarchy().filter().set(Filter.NONE));
    assertThat(drawn()).isEqualTo(all);
  }

  private void lightsUpABlastRadius() throws Exception {
    interact(window().shell().graph()::requestFocus);
    push(KeyCode.HOME);
    push(KeyCode.B);
    waitUntil(() -> window().hierarchy().blast().get().isPresent());
    assertThat(the("#modeRow").isVisible()).isTrue();
    push(KeyCode.SPACE);
    waitUntil(() -> there("#radius .list-cell"));
    Screens.save(window().stage(), "blast-light");
    push(KeyCode.SPACE);
    push(KeyCode.ESCAPE);
    assertThat(the("#modeRow").isVisible()).isFalse();
  }

  private void drawsNeighboursWhereNoEnvironmentIsShown() throws Exception {
    interact(() -> window().workspace().look(Selection.DECLARED));
    waitUntil(() -> environment().isEmpty());
    MenuButton overlays = the("#overlay");
    interact(overlays::show);
    assertThat(seen(() -> overlays.getItems().stream().map(MenuItem::getText).toList()))
        .containsExactly("dev over qa", "qa over prod");
    interact(() -> {
      overlays.hide();
      overlays.getItems().getFirst().fire();
    });
    waitUntil(() -> !window().hierarchy().marks().isEmpty());
    assertThat(environment()).contains("dev");
    push(KeyCode.ESCAPE);
    waitUntil(() -> window().hierarchy().marks().isEmpty());
  }

  private Optional<String> environment() throws Exception {
    return seen(
        () -> window().workspace().shown().get().flatMap(s -> s.selection().environmentName()));
  }

  private void drawsTwoEnvironmentsOverEachOther() throws Exception {
    interact(() -> window().workspace().look(Selection.environment("dev")));
    waitUntil(() -> environment().filter("dev"::equals).isPresent());
    interact(() -> window().shell().overlay("prod"));
    waitUntil(() -> !window().hierarchy().marks().isEmpty());
    push(KeyCode.F7);
    NodeId there = window().hierarchy().selected().get().orElseThrow();
    assertThat(window().hierarchy().marks()).containsKey(there);
    assertThat(window().hierarchy().marks()).containsValue(Mark.CHANGED);
    push(KeyCode.SPACE);
    ListView<HierarchyNode> differences = the("#differences .list-view");
    assertThat(seen(() -> differences.getSelectionModel().getSelectedItem().id())).isEqualTo(there);
    Screens.save(window().stage(), "overlay-light");
    push(KeyCode.SPACE);
    push(KeyCode.ESCAPE);
    assertThat(window().hierarchy().marks()).isEmpty();
  }

  private void looksFromAbove() throws Exception {
    HierarchyController pictures = window().shell().pictures();
    String before = selected();
    for (HierarchyController.Picture picture : HierarchyController.Picture.values()) {
      if (picture != HierarchyController.Picture.TREE) {
        interact(() -> pictures.show(picture));
        waitUntil(() -> pictures.boxesDrawn() > 3);
        String name = picture.name().toLowerCase(Locale.ROOT);
        Screens.save(window().stage(), name + "-light");
        exportsTheMap(folder().resolve(name + ".svg"));
        findsWhatAnyRootHas();
      }
    }
    push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo(before);
    assertThat(seen(() -> window().shell().graph().isVisible())).isTrue();
  }

  /** Where all roots are drawn, all of them are searched, and counted as the boxes count them. */
  private void findsWhatAnyRootHas() throws Exception {
    NodeId before = seen(() -> window().hierarchy().selected().get().orElseThrow());
    push(KeyCode.CONTROL, KeyCode.F);
    write("baseline-res");
    waitUntil(() -> this.<Labeled>the("#searchCount").getText().matches("\\d+ matches"));
    assertThat(this.<Labeled>the("#elsewhere").isVisible()).isFalse();
    push(KeyCode.F3);
    waitUntil(() -> this.<Labeled>the("#searchCount").getText().startsWith("1 of "));
    NodeId first = seen(() -> window().hierarchy().selected().get().orElseThrow());
    push(KeyCode.F3);
    waitUntil(() -> this.<Labeled>the("#searchCount").getText().startsWith("2 of "));
    NodeId second = seen(() -> window().hierarchy().selected().get().orElseThrow());
    assertThat(second.controlPlane()).isNotEqualTo(first.controlPlane());
    push(KeyCode.ESCAPE);
    interact(() -> window().hierarchy().select(before));
  }

  private void exportsTheMap(Path file) throws Exception {
    interact(() -> window().shell().export(new Exports.Wish(Exports.Form.SVG, false, 1), file));
    waitUntil(() -> Files.exists(file) && window().workspace().background().idle());
    assertThat(Files.readString(file))
        .as("the map that is seen, not the tree")
        .contains("environment dev", "clusters")
        .doesNotContain(">baseline-res</text>");
  }

  private void exportsWhatIsSeen() throws Exception {
    Path file = folder().resolve("seen.svg");
    interact(() -> window().shell().export(new Exports.Wish(Exports.Form.SVG, false, 1), file));
    waitUntil(() -> Files.exists(file) && window().workspace().background().idle());
    assertThat(Files.readString(file)).contains(">my-cluster-deps</text>", "environment dev");
  }

  private void goesAnywhere() throws Exception {
    push(KeyCode.CONTROL, KeyCode.K);
    write("logging east");
    Screens.save(window().stage(), "palette-light");
    push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo("logging");
  }

  private int drawn() {
    WaitForAsyncUtils.waitForFxEvents();
    return window().hierarchy().sheet().get().orElseThrow().cards().size();
  }

  private String selected() {
    WaitForAsyncUtils.waitForFxEvents();
    return window().hierarchy().selectedNode().map(HierarchyNode::name).orElse("nothing");
  }
}
