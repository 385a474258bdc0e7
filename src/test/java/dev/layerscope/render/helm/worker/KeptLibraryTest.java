package dev.layerscope.render.helm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLibraryTest {
  @Test
  void theLibraryIsUnpackedOnceAndBelievedOnlyWhole(@TempDir Path temporary) throws IOException {
    Path folder = temporary.resolve("helm");
    Path library = KeptLibrary.in(folder).orElseThrow();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(library, longAgo);
    Files.writeString(folder.resolve("helm-00000000.so"), "of another version");
    assertThat(KeptLibrary.in(folder)).contains(library);
    assertThat(Files.getLastModifiedTime(library)).as("not written anew").isEqualTo(longAgo);

    byte before = swap(library, (byte) 0x5a);
    assertThat(KeptLibrary.in(folder)).contains(library);
    assertThat(swap(library, before)).as("a byte was another, now it is right").isEqualTo(before);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(library);
    }
  }

  @Test
  void whereItCannotBeKeptItIsUnpackedForTheProgramAlone(@TempDir Path temporary)
      throws IOException {
    Path file = Files.writeString(temporary.resolve("helm"), "no folder");
    assertThat(KeptLibrary.in(file)).isEmpty();
    assertThat(file).hasContent("no folder");
  }

  /** Puts a byte somewhere into the middle; gives back the one that was there. */
  private static byte swap(Path file, byte other) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer was = ByteBuffer.allocate(1);
      channel.read(was, 1_000_001);
      channel.write(ByteBuffer.wrap(new byte[] {other}), 1_000_001);
      return was.get(0);
    }
  }
}
