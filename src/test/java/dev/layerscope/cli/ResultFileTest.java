package dev.layerscope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  @TempDir private Path folder = Path.of(".");

  private static void write(Path file) throws IOException {
    new ResultFile(file).write("whole".getBytes(UTF_8));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNewFileHasTheRightsOfAnyNewFileAndAnOldOneKeepsItsOwn() throws IOException {
    Path any = Files.createFile(folder.resolve("any"));
    Path made = folder.resolve("made");
    write(made);
    assertThat(Files.getPosixFilePermissions(made)).isEqualTo(Files.getPosixFilePermissions(any));
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-----"));
    write(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwxr-----");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysAndItsTargetIsWritten() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    write(link);
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("whole");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDeviceIsWrittenToAndNotReplaced() throws IOException {
    write(Path.of("/dev/null"));
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void whatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> write(folder.resolve("gone/made")))
        .hasMessageContaining("there is no folder");
    assertThatThrownBy(() -> write(folder)).hasMessageContaining("is a folder");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
