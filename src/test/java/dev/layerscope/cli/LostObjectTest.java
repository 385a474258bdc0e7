package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A repository that loses an object: the rest of the picture stands, and what does not says why.
 */
class LostObjectTest {
  private static final String URL = "https://git.example.com/estate.git";

  private static final String LOST = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: lost}\n";

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void twoApplications() throws IOException {
    GitFixture.onDisk(folder.resolve("estate.git"))
        .file("apps/small.yaml", application("small", "small"))
        .file("apps/lost.yaml", application("lost", "lost"))
        .file("small/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")
        .file("lost/kustomization.yaml", "resources: [a.yaml]\n")
        .file("lost/a.yaml", LOST)
        .commit("Begin");
    Files.writeString(folder.resolve("root.yaml"), application("root", "apps"));
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: estate
        repositories: [{url: "%s", clone: estate.git}]
        roots: [{name: east, manifest: root.yaml}]
        """
            .formatted(URL));
  }

  private static String application(String name, String path) {
    return ApplicationText.of(name, URL, path).yaml();
  }

  private JsonNode tree() throws IOException {
    Path file = folder.resolve("tree.json");
    assertThat(
            CommandLineFace.run(
                "tree",
                folder.toString(),
                "--clones",
                folder.resolve("clones").toString(),
                "--format",
                "json",
                "-o",
                file.toString()))
        .isZero();
    return new ObjectMapper().readTree(file.toFile()).path("roots").path(0).path("nodes");
  }

  private static JsonNode named(JsonNode nodes, String name) {
    for (JsonNode node : nodes) {
      if (node.path("name").asText().equals(name)) {
        return node;
      }
    }
    throw new AssertionError(name + " is not in " + nodes);
  }

  @Test
  void anObjectThatIsGoneIsNamedOnTheNodeThatNeedsIt() throws Exception {
    byte[] content = LOST.getBytes(StandardCharsets.UTF_8);
    byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    var sha = MessageDigest.getInstance("SHA-1");
    sha.update(head);
    String id = HexFormat.of().formatHex(sha.digest(content));
    Path object =
        folder.resolve("estate.git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    Files.delete(object);

    JsonNode nodes = tree();

    assertThat(named(nodes, "lost").path("unresolved").asText()).contains(id, "cannot be read");
    assertThat(named(nodes, "small").path("rendered").path("total").asInt()).isEqualTo(1);
  }
}
