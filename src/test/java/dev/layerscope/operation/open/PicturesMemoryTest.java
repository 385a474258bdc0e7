package dev.layerscope.operation.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture somebody types against is kept as long as it is true. */
class PicturesMemoryTest {
  private static final Selection DEV = Selection.environment("dev");

  @TempDir private Path temp;
  private final GitFixture cluster =
      Estate.cluster("").file("deps/a.yaml", Estate.application("a", Estate.TEAM, "app", ""));
  private Opened opened;

  @BeforeEach
  void open() throws Exception {
    opened = Estate.open(temp, cluster.commit("Begin"), Estate.team());
  }

  private Hierarchy look() {
    return Resolve.kept(opened, DEV, Progress.SILENT);
  }

  @Test
  void nothingIsResolvedTwiceWhileNothingChanges() {
    assertThat(look()).isSameAs(look());
  }

  @Test
  void aCommitOfOursIsSeen() {
    Hierarchy before = look();
    cluster
        .local()
        .file("deps/b.yaml", Estate.application("b", Estate.TEAM, "app", ""))
        .commit("Add b");
    assertThat(look().nodes()).hasSize(before.nodes().size() + 1);
  }

  @Test
  void whatAFetchBringsIsSeen() {
    Hierarchy before = look();
    cluster.file("deps/b.yaml", Estate.application("b", Estate.TEAM, "app", "")).commit("Add b");
    assertThat(look().nodes()).hasSize(before.nodes().size() + 1);
  }

  @Test
  void aNewTagIsANewState() {
    String before = cluster.clone().state();
    cluster.tag("v1.0.0");
    assertThat(cluster.clone().state()).isNotEqualTo(before);
  }
}
