package dev.layerscope.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full: a file system in memory, in a name space of its own, that grows step by
 * step. Where the machine does not permit that, an answer of the machine is all that is seen.
 */
class NoRoomTest {
  @TempDir private Path temp;

  @Test
  void nothingIsHalfWrittenTheTroubleIsSaidAndAllIsWellOnceThereIsRoom() throws Exception {
    var random = new Random(3);
    GitFixture east = GitFixture.onDisk(temp.resolve("east.git")).defaultBranch("dev");
    for (int i = 0; i < 40; i++) {
      var bytes = new byte[3000];
      random.nextBytes(bytes);
      east.file("noise/" + i, Base64.getEncoder().encodeToString(bytes));
    }
    east.file("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n").commit("Begin");
    Files.writeString(
        temp.resolve("workspace.yaml"),
        "name: x\nrepositories: [{url: \"%s\"}]\n".formatted(east.url().text()));
    Path disk = Files.createDirectory(temp.resolve("disk"));

    List<String> said = onASmallDisk(disk);

    if (said.stream().noneMatch(line -> line.startsWith("room"))) {
      assertThat(said).as("the machine has no such file systems").anyMatch(this::refusal);
      return;
    }
    assertThat(said).as("no trace of a library").allMatch(line -> line.startsWith("room"));
    assertThat(said).noneMatch(line -> line.contains("HALF") || line.contains("LOST"));
    assertThat(said.getFirst()).contains("clone DISK").contains("No space left on device");
    assertThat(said)
        .as("no room for the renderings alone")
        .anyMatch(line -> line.contains("clone there") && line.contains("renderings made anew"));
    assertThat(said.getLast())
        .contains("clone there, fetched", "file written", "settings written", "renderings kept");
  }

  private boolean refusal(String line) {
    return line.matches(".*(unshare|mount).*(not permitted|denied|failed|must be superuser).*");
  }

  private static List<String> onASmallDisk(Path disk) throws Exception {
    String java =
        String.join(
            " ",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"$2\"",
            NoRoom.class.getName(),
            "\"$1\"");
    Process process =
        new ProcessBuilder(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=8k none \"$1\" && exec " + java,
                "sh",
                disk.toString(),
                System.getProperty("java.class.path"))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().toList();
  }
}
