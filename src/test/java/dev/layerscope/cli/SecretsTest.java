package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.git.GitFixture;
import dev.layerscope.work.Fault;
import dev.layerscope.work.Logins;
import dev.layerscope.workspace.FaultFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Marked secrets wherever people leave them: in addresses of the workspace and of Applications, in
 * Secrets in clear, in value files. Whatever any command prints, and every file it leaves behind,
 * is searched for them.
 */
class SecretsTest {
  private static final String URL = "https://git.example.com/estate.git";
  private static final String MARK = "Marked-Secret-";

  /** Below it lies what we write: clones, journals, results. */
  @TempDir private Path ours = Path.of(".");

  @TempDir private Path theirs = Path.of(".");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void anEstateFullOfSecrets() throws IOException {
    GitFixture.onDisk(theirs.resolve("estate.git"))
        .file("apps/secret.yaml", secret("in-a-manifest"))
        .file("apps/one.yaml", application("one", login("of-an-application") + "/x.git", "a"))
        .file("apps/two.yaml", application("two", URL, "two"))
        .file("two/a.yaml", secret("below"))
        .file("three/broken.yaml", secret("that-is-broken") + "  : [\n" + MARK + "loose: {\n")
        .file(
            "four/kustomization.yaml", "secretGenerator: [{name: s, literals: [a=" + MARK + "k]}]")
        .file("apps/four.yaml", application("four", URL, "four"))
        .file("apps/five.yaml", application("five", URL, "three"))
        .file("apps/plain.yaml", application("plain", URL, "plain"))
        .file("plain/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n")
        .file("apps/three.yaml", application("three", login("of-nobody") + "/y.git", "deps"))
        .commit("Begin")
        .branch("qa")
        .file("apps/secret.yaml", secret("in-another-branch"))
        .file("two/a.yaml", secret("below-elsewhere"))
        .file("apps/one.yaml", application("one", login("of-the-branch") + "/x.git", "b"))
        .commit("Change");
    Files.writeString(theirs.resolve("root.yaml"), application("root", URL, "apps"));
    Files.writeString(
        theirs.resolve("workspace.yaml"),
        """
        name: estate
        repositories:
          - {url: "%s", remote: estate.git}
          - {url: "%s/gone.git"}
          - {url: "https://git.example.com/z.git", remote: "ssh://robin:%sssh@127.0.0.1:1/z.git"}
        roots: [{name: east, manifest: root.yaml}]
        environments: [{name: main, branch: main}, {name: qa, branch: qa}]
        """
            .formatted(
                URL, login("of-the-workspace").replace("git.evil.example", "127.0.0.1:1"), MARK));
  }

  private static String login(String mark) {
    return "https://robin:" + MARK + mark + "@git.evil.example";
  }

  private static String secret(String mark) {
    return """
    apiVersion: v1
    kind: Secret
    metadata: {name: x}
    stringData: {password: %s%s, url: "https://u:%s%s@db/x"}
    """
        .formatted(MARK, mark, MARK, mark);
  }

  private static String application(String name, String url, String path) {
    return ApplicationText.of(name, url, path).yaml();
  }

  private void run(String... arguments) {
    assertThat(tried(arguments)).isNotEqualTo(ExitStatus.USAGE);
  }

  /** Runs a command that may be refused: what it says is looked at all the same. */
  private int tried(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var here = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(here);
    System.setErr(here);
    try {
      var all = new ArrayList<>(List.of(arguments));
      all.addAll(List.of("--clones", ours.resolve("clones").toString()));
      return CommandLineFace.run(all.toArray(String[]::new));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private void nothingIsTold() throws IOException {
    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(text).isNotBlank();
    assertThat(text.lines().filter(line -> line.contains(MARK))).isEmpty();
    try (Stream<Path> files = Files.walk(ours)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = ours.relativize(file).toString();
        if (!path.contains("/objects/")) { // their commits, as they are
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
              .as(path)
              .doesNotContain(MARK);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tree,text",
    "tree,json",
    "tree,csv",
    "tree,dot",
    "tree,mermaid",
    "tree,svg",
    "matrix,text",
    "matrix,json",
    "matrix,csv",
    "matrix,markdown",
    "matrix,html",
    "check,text",
    "check,json",
    "check,sarif",
    "check,github"
  })
  void noCommandTellsASecret(String command, String format) throws IOException {
    run(command, theirs.toString(), "--format", format);
    nothingIsTold();
  }

  @ParameterizedTest
  @CsvSource({"text", "json", "markdown", "html"})
  void noComparisonTellsASecret(String format) throws IOException {
    run("diff", theirs.toString(), "--from", "main", "--to", "qa", "--format", format);
    nothingIsTold();
  }

  @Test
  void noTroubleTellsASecret() throws IOException {
    run("fetch", theirs.toString());
    run("impact", theirs.toString(), "--repo", URL, "--path", "apps");
    run(
        "clone",
        login("given").replace("git.evil.example", "127.0.0.1:1") + "/x.git//a.yaml",
        ours.resolve("new").toString());
    nothingIsTold();
  }

  @Test
  void noEditNoJournalAndNoPushTellsASecret() throws IOException {
    var edit =
        List.of(
            "new",
            "application",
            theirs.toString(),
            "--name",
            "six",
            "--in",
            "east",
            "--repo",
            login("of-an-edit") + "/six.git",
            "--path",
            ".",
            "--env",
            "main");
    tried(edit.toArray(String[]::new));
    tried(
        "release",
        theirs.toString(),
        "--app",
        "two",
        "--image",
        "x=" + "y:1",
        "--env",
        "main",
        "--dry-run");
    tried("remove", theirs.toString(), "--app", "two", "--env", "main", "--dry-run");
    assertThat(tried("remove", theirs.toString(), "--app", "two", "--env", "main"))
        .as(said.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(ours.resolve("clones"))
        .isDirectoryRecursivelyContaining("glob:**/change-sets/*.properties");
    Files.move(theirs.resolve("estate.git"), theirs.resolve("elsewhere.git"));
    run("push", theirs.toString());
    run("undo", theirs.toString());
    nothingIsTold();
  }

  @Test
  void whatIsKeptOfRenderingsHoldsNoSecretHoweverItIsPacked() throws IOException {
    run("tree", theirs.toString());
    run("diff", theirs.toString(), "--from", "main", "--to", "qa");
    List<Path> kept;
    try (Stream<Path> files = Files.walk(ours)) {
      kept = files.filter(file -> file.toString().endsWith(".renderings")).toList();
    }
    assertThat(kept).isNotEmpty();
    for (Path file : kept) {
      assertThat(inflated(Files.readAllBytes(file))).doesNotContain(MARK);
    }
  }

  /** Everything in a file that some place of it can be inflated from, and the file itself. */
  private static String inflated(byte[] raw) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(raw);
    var some = new byte[1 << 20];
    for (int from = 0; from < raw.length - 2; from++) {
      for (boolean bare : new boolean[] {false, true}) {
        var inflater = new Inflater(bare);
        inflater.setInput(raw, from, raw.length - from);
        try {
          for (int got = inflater.inflate(some); got > 20; got = inflater.inflate(some)) {
            all.write(some, 0, got);
          }
        } catch (DataFormatException notHere) {
          // most places are none
        } finally {
          inflater.end();
        }
      }
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void noCrashReportTellsALogin() throws IOException {
    var fault =
        Fault.of(
            new IllegalStateException(
                "at " + login("thrown") + "/x.git",
                new IOException("for ssh://robin:" + MARK + "x@host/y.git")));
    assertThat(new FaultFolder(ours.resolve("faults")).write(fault, Instant.EPOCH)).isPresent();
    said.writeBytes(fault.details().getBytes(StandardCharsets.UTF_8));
    nothingIsTold();
  }

  @Test
  void noReportOfAFaultTellsALogin() {
    Fault fault = Fault.of(new IllegalStateException("at " + login("thrown") + "/x.git"));
    assertThat(fault.details()).doesNotContain(MARK);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a:b@h/x, https://h/x",
    "see https://token@h/x and http://u:p@i, see https://h/x and http://i",
    "ssh://git:p@h/x, ssh://git@h/x",
    "ssh://git@h/x, ssh://git@h/x",
    "git@h:x, git@h:x",
    "https://h/@scope/x, https://h/@scope/x"
  })
  void aLoginIsTakenOutOfAnAddressAndNothingElse(String text, String hidden) {
    assertThat(Logins.hidden(text)).isEqualTo(hidden);
  }
}
