package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizeCommandTest {
  @TempDir private Path disk = Path.of(".");

  private record Ran(int status, String out, String err) {}

  private Ran run(String place, String... more) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var caughtOut = new ByteArrayOutputStream();
    var caughtErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
    var arguments = new ArrayList<>(List.of("kustomize", place));
    arguments.addAll(List.of("--clones", disk.resolve("clones").toString()));
    arguments.addAll(List.of(more));
    try {
      int status = CommandLineFace.run(arguments.toArray(String[]::new));
      return new Ran(
          status,
          caughtOut.toString(StandardCharsets.UTF_8),
          caughtErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Path folder(String kustomization) throws IOException {
    Path folder = Files.createDirectories(disk.resolve("repo/app"));
    Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
    Files.writeString(
        folder.resolve("a.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n");
    return folder;
  }

  @Test
  void aFolderOfTheDiskIsPrintedAsTheToolPrintsIt() throws IOException {
    Ran ran = run(folder("resources: [a.yaml]\nnamePrefix: p-\n").toString());
    assertThat(ran.out()).isEqualTo("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: p-a\n");
    assertThat(ran.status()).isEqualTo(0);
  }

  @Test
  void aBaseBesideAFolderThatIsInNoRepositoryIsRead() throws IOException {
    folder("resources: [a.yaml]");
    Path overlay = Files.createDirectories(disk.resolve("overlay"));
    Files.writeString(overlay.resolve("kustomization.yaml"), "resources: [../repo/app]\n");
    Ran ran = run(overlay.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("name: a");
  }

  @Test
  void whatIsNotExactHasAStatusOfItsOwnAndSaysWhy() throws IOException {
    Ran ran =
        run(folder("resources: [a.yaml, 'https://git.example.com/x.git//y?ref=v1']").toString());
    assertThat(ran.status()).isEqualTo(4);
    assertThat(ran.out()).contains("name: a");
    assertThat(ran.err()).contains("not exact: a remote base is not in the workspace");
  }

  @Test
  void aBrokenKustomizationPrintsNothingAndTheToolsReason() throws IOException {
    Ran ran = run(folder("resources: [none.yaml]").toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("Error: ").contains("no such file or directory");
  }

  @Test
  void nothingAboveTheRootIsRead() throws IOException {
    Path folder = folder("resources: [../../secret]");
    Files.createDirectories(folder.getParent().resolve(".git"));
    Path secret = Files.createDirectories(disk.resolve("secret"));
    Files.writeString(secret.resolve("kustomization.yaml"), "resources: []");
    Ran ran = run(folder.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("'../../secret' leaves the repository");
  }

  @Test
  void whatIsNeitherFolderNorRepositoryIsAWrongCommandLine() {
    assertThat(run("no/such/folder").status()).isEqualTo(2);
  }

  @Test
  void aFolderOfARepositoryIsBuiltAtARevision() {
    Path bundle = Path.of("sample-workspace/bundles/borealis.bundle").toAbsolutePath();
    Ran ran = run(bundle + "//deploy@dev");
    assertThat(ran.status()).as(ran.err()).isEqualTo(0);
    assertThat(ran.out()).contains("kind: ");
    assertThat(run(bundle + "//deploy@none").status()).isEqualTo(3);
  }
}
