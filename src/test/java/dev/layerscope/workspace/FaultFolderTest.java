package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.work.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultFolderTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void aFaultIsWrittenDownWithItsCodeAndTime() throws IOException {
    Path file =
        new FaultFolder(folder.resolve("faults"))
            .write(new Fault("L-00AB", "the trace"), START)
            .orElseThrow();

    assertThat(file).hasFileName("20260101-000000-L-00AB.txt");
    assertThat(Files.readString(file)).contains("2026-01-01T00:00:00Z", "the trace");
  }

  @Test
  void onlyTheNewestTwentyAreKept() throws IOException {
    var faults = new FaultFolder(folder);
    for (int i = 0; i < 25; i++) {
      faults.write(new Fault("L-0001", "trace"), START.plusSeconds(i));
    }

    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> String.valueOf(f.getFileName())))
          .hasSize(20)
          .contains("20260101-000024-L-0001.txt")
          .doesNotContain("20260101-000004-L-0001.txt");
    }
  }

  @Test
  void aDiskThatDoesNotTakeItIsNoSecondFault() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));

    assertThat(new FaultFolder(file).write(new Fault("L-0001", ""), START)).isEmpty();
  }
}
