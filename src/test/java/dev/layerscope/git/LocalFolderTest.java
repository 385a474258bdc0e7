package dev.layerscope.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {
  @TempDir private Path disk = Path.of(".");

  private Path repository() throws IOException {
    Path repository = disk.resolve("repo");
    Files.createDirectories(repository.resolve(".git"));
    Files.createDirectories(repository.resolve("apps/web"));
    Files.writeString(repository.resolve("apps/web/a.yaml"), "kind: A");
    Files.writeString(disk.resolve("secret.yaml"), "kind: Secret");
    return repository;
  }

  @Test
  void theRootIsTheWorkTreeAroundTheFolder() throws IOException {
    LocalFolder folder = LocalFolder.at(repository().resolve("apps/web"));
    assertThat(folder.path().value()).isEqualTo("apps/web");
    TreeEntry file = folder.snapshot().find(folder.path().child("a.yaml")).orElseThrow();
    assertThat(new String(folder.snapshot().read(file), StandardCharsets.UTF_8))
        .isEqualTo("kind: A");
  }

  @Test
  void aFolderInNoWorkTreeHasTheDiskAroundIt() throws IOException {
    Path alone = Files.createDirectories(disk.resolve("alone"));
    Path base = Files.createDirectories(disk.resolve("base"));
    Files.writeString(base.resolve("a.yaml"), "kind: A");
    LocalFolder folder = LocalFolder.at(alone);
    TreePath above = folder.path().parent();
    assertThat(folder.snapshot().find(above.child("base").child("a.yaml"))).isPresent();
  }

  @Test
  void gitsOwnFolderIsNotThere() throws IOException {
    Snapshot snapshot = LocalFolder.at(repository()).snapshot();
    assertThat(snapshot.list(TreePath.ROOT)).extracting(TreeEntry::name).containsExactly("apps");
  }

  @Test
  void aLinkOutOfTheRootIsSeenAndNotFollowed() throws IOException {
    Path repository = repository();
    Files.createSymbolicLink(repository.resolve("out.yaml"), Path.of("../secret.yaml"));
    Snapshot snapshot = LocalFolder.at(repository).snapshot();
    TreePath link = TreePath.ROOT.child("out.yaml");
    assertThat(snapshot.find(link))
        .hasValueSatisfying(entry -> assertThat(entry.kind()).isEqualTo(TreeEntry.Kind.SYMLINK));
    assertThat(snapshot.follow(link)).isInstanceOf(Snapshot.Target.Outside.class);
  }

  @Test
  void aFolderThatIsALinkOutOfTheRootIsNotEntered() throws IOException {
    Path repository = repository();
    Path outside = Files.createDirectories(disk.resolve("outside"));
    Files.writeString(outside.resolve("x.yaml"), "kind: X");
    Files.createSymbolicLink(repository.resolve("link"), outside);
    Snapshot snapshot = LocalFolder.at(repository).snapshot();
    assertThat(snapshot.find(TreePath.ROOT.child("link").child("x.yaml"))).isEmpty();
  }
}
