package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.Change;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that share a folder are compared once, and each is told. */
class OnceComparedTest {
  @TempDir private Path folder = Path.of(".");

  private static String web(String name, String namespace) {
    return Estate.application(name, Estate.TEAM, "app", "") + "    namespace: " + namespace + "\n";
  }

  private Comparison compare(Opened opened) {
    return Compare.compare(
        opened,
        Question.tips(Selection.DECLARED, Selection.DECLARED.with(Estate.TEAM, "qa")),
        Progress.SILENT);
  }

  private static GitFixture team() {
    return Estate.team()
        .branch("qa")
        .file(
            "app/config.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: b}\n")
        .commit("Another value");
  }

  private static GitFixture cluster() {
    return Estate.cluster("")
        .file("deps/one.yaml", web("one", "shop"))
        .file("deps/two.yaml", web("two", "shop"))
        .file("deps/three.yaml", web("three", "cart"))
        .commit("Three of them");
  }

  @Test
  void theSameObjectsInTheSameNamespaceAreComparedOnce() throws Exception {
    try (Opened opened = Estate.open(folder, cluster(), team())) {
      long before = opened.work().compared();
      Comparison comparison = compare(opened);
      assertThat(opened.work().compared() - before).as("shop, and cart").isEqualTo(2L);
      assertThat(comparison.applications())
          .filteredOn(ComparedApplication::differs)
          .allMatch(a -> a.effective() == Change.CHANGED)
          .extracting(a -> a.change().node().name() + " " + a.resources().getFirst().key().text())
          .containsExactlyInAnyOrder(
              "one ConfigMap/shop/c", "two ConfigMap/shop/c", "three ConfigMap/cart/c");
    }
  }
}
