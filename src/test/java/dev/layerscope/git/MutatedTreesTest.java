package dev.layerscope.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.mutated.Mutations;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;

/**
 * Trees changed at random: their entries are read or they are damaged, and no path leads out.
 * {@code -Dlayerscope.mutated=N} makes N of them.
 */
class MutatedTreesTest {
  @Test
  void a_tree_is_read_or_damaged_and_no_path_leads_out() throws Exception {
    GitSettings.install();
    var mutations = new Mutations(42);
    try (var repository = new InMemoryRepository(new DfsRepositoryDescription("mutated"))) {
      List<byte[]> seeds = List.of(tree("a.yaml", "b", "deps"), tree("x"), tree("..", ".git"));
      for (int i = 0; i < Integer.getInteger("layerscope.mutated", 2000); i++) {
        ObjectId id;
        try (ObjectInserter inserter = repository.newObjectInserter()) {
          id = inserter.insert(Constants.OBJ_TREE, mutations.of(seeds));
          inserter.flush();
        }
        var url = new RepoUrl("https://git.example.com/mutated.git");
        var objects = new JGitObjects(url, repository);
        var snapshot = new Snapshot(url, "0".repeat(40), id.name(), objects);
        try {
          for (TreeEntry entry : snapshot.list(TreePath.ROOT)) {
            assertThat(entry.path().value()).doesNotContain("/").isNotIn("", ".", "..", ".git");
            assertThat(TreePath.clean(entry.path().value())).isEqualTo(Optional.of(entry.path()));
          }
        } catch (MissingObjectException damaged) {
          assertThat(damaged.id()).isEqualTo(id.name());
        }
      }
    }
  }

  private static byte[] tree(String... names) {
    var raw = new ByteArrayOutputStream();
    for (String name : names) {
      raw.writeBytes(
          ((name.contains(".") ? "100644 " : "40000 ") + name + "\0")
              .getBytes(StandardCharsets.UTF_8));
      raw.writeBytes(new byte[20]);
    }
    return raw.toByteArray();
  }
}
