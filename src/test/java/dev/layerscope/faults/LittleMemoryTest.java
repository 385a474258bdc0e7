package dev.layerscope.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.git.GitFixture;
import dev.layerscope.work.AnotherJava;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose memory is too small for one Application draws all the others. */
class LittleMemoryTest {
  @TempDir private Path temp;

  @Test
  void oneApplicationThatTakesAllTheMemoryIsNamedAndTheOthersStand() throws Exception {
    GitFixture east = GitFixture.onDisk(temp.resolve("east.git")).defaultBranch("dev");
    String url = east.url().text();
    var huge = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n");
    for (int i = 0; i < 90_000; i++) {
      huge.append("  k").append(i).append(": {a: [b, c]}\n");
    }
    east.file("root.yaml", application("root", "deps", url))
        .file("deps/huge.yaml", application("huge", "huge", url))
        .file("deps/one.yaml", application("one", "small", url))
        .file("deps/two.yaml", application("two", "small", url))
        .file("huge/a.yaml", huge.toString())
        .file("small/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")
        .commit("Begin");
    Files.writeString(
        temp.resolve("workspace.yaml"),
        """
        name: x
        repositories: [{url: "%1$s"}]
        roots: [{name: east, repoURL: "%1$s", path: root.yaml}]
        """
            .formatted(url));

    List<String> said = inThirtyMegabytes();

    assertThat(said)
        .anyMatch(line -> line.startsWith("node huge") && line.contains("takes more memory"))
        .anyMatch(line -> line.startsWith("node one") && !line.contains("memory"))
        .anyMatch(line -> line.startsWith("node two") && !line.contains("memory"));
  }

  private static String application(String name, String path, String url) {
    return ApplicationText.of(name, url, path).at("dev").yaml();
  }

  private List<String> inThirtyMegabytes() throws Exception {
    AnotherJava.Ended child =
        AnotherJava.run(LittleMemory.class, List.of("-Xmx30m"), List.of(temp.toString()));
    assertThat(child.status()).as(child.said()).isZero();
    return child.said().lines().toList();
  }
}
