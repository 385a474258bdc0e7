package dev.layerscope.operation.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitFixture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Cancelled;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read while nothing is asked makes the next look cheap, and changes nothing else. */
class ReadAheadTest {
  private static final Selection DEV = Selection.environment("dev");
  private static final Selection QA = Selection.environment("qa");

  @TempDir private Path temp;
  private Opened opened;

  @BeforeEach
  void open() throws Exception {
    GitFixture cluster =
        Estate.cluster("")
            .file("deps/a.yaml", Estate.application("a", Estate.TEAM, "app", ""))
            .commit("Begin")
            .branch("qa")
            .file(
                "bootstrap/east.yaml", atQa(Estate.application("east", Estate.CLUSTER, "deps", "")))
            .file("deps/b.yaml", Estate.application("b", Estate.TEAM, "app", ""))
            .commit("Add b in qa");
    opened = Estate.open(temp, cluster, Estate.team());
  }

  private static String atQa(String application) {
    return application.replace("targetRevision: dev", "targetRevision: qa");
  }

  private Hierarchy look(Selection selection) {
    return Resolve.resolve(opened, selection, Progress.SILENT);
  }

  @Test
  void anEnvironmentReadAheadIsNotRenderedWhenItIsAskedFor() throws Exception {
    look(DEV);
    ReadAhead.at(opened, QA, Progress.SILENT);
    long before = opened.work().renders();

    Hierarchy qa = look(QA);

    assertThat(opened.work().renders()).isEqualTo(before);
    assertThat(qa.nodes()).hasSizeGreaterThan(look(DEV).nodes().size());
  }

  @Test
  void theNearestInPromotionOrderComesFirst() {
    assertThat(ReadAhead.around(opened, Selection.DECLARED, look(Selection.DECLARED)))
        .containsExactly(DEV, QA);
    assertThat(ReadAhead.around(opened, QA, look(QA))).containsExactly(DEV, Selection.DECLARED);
  }

  @Test
  void besideWhatIsNoEnvironmentNothingIsReadAhead() {
    Selection pinned = DEV.with(Estate.TEAM, "dev");
    assertThat(ReadAhead.around(opened, pinned, look(pinned))).isEmpty();
  }

  @Test
  void whoeverCancelsItIsHeard() {
    assertThatThrownBy(() -> ReadAhead.at(opened, QA, new Cancelled()))
        .isInstanceOf(CancellationException.class);
  }
}
