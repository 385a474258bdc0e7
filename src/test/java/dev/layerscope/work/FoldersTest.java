package dev.layerscope.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir private Path temp;

  @Test
  void aFolderGoesWithAllThatIsInItAndWhatItsLinksLeadToStays() throws Exception {
    Path kept = Files.writeString(Files.createDirectory(temp.resolve("kept")).resolve("a"), "a");
    Path folder = temp.resolve("folder");
    Files.writeString(Files.createDirectories(folder.resolve("below")).resolve("b"), "b");
    Files.createSymbolicLink(folder.resolve("link"), kept.getParent());
    Folders.remove(folder);
    assertThat(folder).doesNotExist();
    assertThat(kept).hasContent("a");
  }

  @Test
  void aFolderThatIsNotThereIsToldApartFromOneThatWent() {
    assertThatThrownBy(() -> Folders.remove(temp.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
