package dev.layerscope.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.read.JGitObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Any bytes as a git tree: its entries are read or it is damaged, and no path leads out. */
public final class MutatedTree {
  private MutatedTree() {}

  /** Fails for entries that lead out of the tree. */
  public static void check(byte[] raw) {
    GitSettings.install();
    try (var repository = new InMemoryRepository(new DfsRepositoryDescription("mutated"))) {
      ObjectId id;
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        id = inserter.insert(Constants.OBJ_TREE, raw);
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
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Trees as they are. */
  public static List<byte[]> seeds() {
    return List.of(tree("a.yaml", "b", "deps"), tree("x"), tree("..", ".git"));
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
