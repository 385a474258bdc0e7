package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing can be read, no command says that nothing is there. */
class UnreadableEstateTest {
  private static final String URL = "https://git.example.com/clusters/east.git";

  @TempDir private Path folder;

  @BeforeEach
  void aWorkspaceWhoseOnlyRepositoryIsGone() throws IOException {
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: gone
        repositories:
          - {url: "%1$s", remote: gone.bundle}
        roots:
          - {name: east, repoURL: "%1$s", path: east.yaml}
        environments:
          - {name: dev, branch: dev}
          - {name: prod, branch: prod}
        """
            .formatted(URL));
  }

  private String said(int status, String command, String... options) throws IOException {
    Path file = folder.resolve("said.txt");
    var arguments = new ArrayList<>(List.of(command, folder.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(
        List.of("--clones", folder.resolve("clones").toString(), "-o", file.toString()));
    assertThat(CommandLineFace.run(arguments.toArray(String[]::new))).isEqualTo(status);
    return Files.readString(file);
  }

  @Test
  void theTreeFailsAndNamesTheRoot() throws IOException {
    assertThat(said(3, "tree")).contains("east  unknown: ");
  }

  @Test
  void twoEnvironmentsAreNotCalledEqual() throws IOException {
    for (String format : List.of("text", "markdown", "html")) {
      assertThat(said(4, "diff", "--from", "dev", "--to", "prod", "--format", format))
          .doesNotContain("are equal")
          .contains("No difference in what could be looked at");
    }
  }

  @Test
  void theMatrixFailsAndNamesTheRoot() throws IOException {
    assertThat(said(3, "matrix")).contains("unknown root east");
  }

  @Test
  void aChangeIsNotSaidToReachNothing() throws IOException {
    assertThat(said(3, "impact", "--repo", URL, "--path", "deps"))
        .doesNotContain("reaches nothing that any root declares")
        .contains("Root east is unknown: ");
  }
}
