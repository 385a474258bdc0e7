package dev.layerscope.git.commit;

import static dev.layerscope.git.commit.CommitDraftTest.ROBIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitBinary;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.transport.ConfigInMemory;
import dev.layerscope.work.Cancelled;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits are signed as the user's own git would sign them. */
class SigningTest {
  private static final Progress CANCELLED = new Cancelled();

  @TempDir private Path temp;
  private final SystemReader machine = machine();
  private final FileBasedConfig users = new ConfigInMemory();
  private GitFixture fixture;

  private static SystemReader machine() {
    GitSettings.install();
    return SystemReader.getInstance();
  }

  @BeforeEach
  void aUserWhoseGitSigns() throws IOException {
    SystemReader.setInstance(
        new SystemReader.Delegate(machine) {
          @Override
          public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return users;
          }
        });
    fixture = GitFixture.onDisk(temp.resolve("own.git")).file("a", "1\n").commit("First");
    repositorys().unset("commit", null, "gpgsign");
    users.setBoolean("commit", null, "gpgsign", true);
  }

  @AfterEach
  void restore() {
    SystemReader.setInstance(machine);
  }

  private Config repositorys() {
    return ((BareClone) fixture.clone()).repository().getConfig();
  }

  private CommitDraft draft() {
    return OneChange.of(fixture, ROBIN);
  }

  /** A program that keeps what it is given and says what a test wants. */
  private String program(String name, String script) throws IOException {
    Path file = temp.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private String gpg() throws IOException {
    return program(
        "gpg",
        """
        echo "$@" > '%1$s/arguments'
        cat > '%1$s/signed'
        echo '[GNUPG:] SIG_CREATED D 1 8 00 1 ABC' >&2
        echo '-----BEGIN PGP SIGNATURE-----'
        echo
        echo 'c2lnbmF0dXJl'
        echo '-----END PGP SIGNATURE-----'
        """
            .formatted(temp));
  }

  private byte[] written(PlannedCommit planned) throws Exception {
    new LocalCommits(temp.resolve("change-sets"), Clock.systemUTC())
        .write("Change a", List.of(planned), Progress.SILENT);
    return ((BareClone) fixture.clone())
        .repository()
        .open(ObjectId.fromString(planned.after().commit()))
        .getBytes();
  }

  @Test
  void gpgSignsTheWholeCommitAndTheSignatureStandsInIt() throws Exception {
    users.setString("gpg", null, "program", gpg());
    PlannedCommit look = draft().plan();
    PlannedCommit planned = draft().planToWrite(Progress.SILENT);

    String commit = new String(written(planned), StandardCharsets.UTF_8);

    assertThat(commit)
        .contains(
            """

            gpgsig -----BEGIN PGP SIGNATURE-----
            \s
             c2lnbmF0dXJl
             -----END PGP SIGNATURE-----
            """);
    assertThat(Files.readString(temp.resolve("signed")))
        .isEqualTo(commit.replaceFirst("(?m)^gpgsig .*\\R(?: .*\\R)+", ""));
    assertThat(Files.readString(temp.resolve("arguments")))
        .isEqualTo("--status-fd=2 -bsau Robin Example <robin@example.com>\n");
    assertThat(planned.after().tree()).isEqualTo(look.after().tree());
    assertThat(planned.after().commit()).isNotEqualTo(look.after().commit());
  }

  @Test
  void theKeyMayBeTheRepositorysButTheProgramNeverIs() throws Exception {
    users.setString("gpg", "openpgp", "program", gpg());
    String evil = program("evil", "touch '" + temp + "/started'");
    repositorys().setString("gpg", null, "program", evil);
    repositorys().setString("gpg", "openpgp", "program", evil);
    repositorys().setString("user", null, "signingkey", "ABCDEF");

    written(draft().planToWrite(Progress.SILENT));

    assertThat(temp.resolve("started")).doesNotExist();
    assertThat(Files.readString(temp.resolve("arguments"))).endsWith("-bsau ABCDEF\n");
  }

  @Test
  void aProgramThatRefusesIsQuotedAndNothingIsWritten() throws Exception {
    users.setString(
        "gpg",
        null,
        "program",
        program("gpg", "echo 'gpg: signing failed: No secret key' >&2; exit 2"));
    assertThatThrownBy(() -> draft().planToWrite(Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.SIGNING))
        .hasMessageContaining("gpg: signing failed: No secret key");
  }

  @Test
  void aProgramThatOnlyClaimsToHaveSignedIsNotBelieved() throws Exception {
    users.setString("gpg", null, "program", program("gpg", "echo BEGIN; exit 0"));
    assertThatThrownBy(() -> draft().planToWrite(Progress.SILENT))
        .hasMessageContaining("could not be signed");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    users.setString("gpg", null, "program", "/nowhere/gpg");
    assertThatThrownBy(() -> draft().planToWrite(Progress.SILENT))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("/nowhere/gpg");
  }

  @Test
  void waitingForSomebodyWhoDoesNotAnswerCanBeCancelled() throws Exception {
    users.setString("gpg", null, "program", program("gpg", "exec sleep 60"));
    assertThatThrownBy(() -> draft().planToWrite(CANCELLED))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("cancelled");
  }

  @Test
  void anUnknownFormatIsNamed() {
    users.setString("gpg", null, "format", "minisign");
    assertThatThrownBy(() -> draft().planToWrite(Progress.SILENT))
        .hasMessageContaining("“minisign”");
  }

  @Test
  void sshWithoutAKeyIsAnsweredWithTheCommandThatSetsOne() {
    users.setString("gpg", null, "format", "ssh");
    assertThatThrownBy(() -> draft().planToWrite(Progress.SILENT))
        .hasMessageContaining("git config --global user.signingKey");
  }

  @Test
  void gitItselfBelievesASignatureOfSsh() throws Exception {
    Path key = temp.resolve("id_ed25519");
    Process keygen =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
            .start();
    assertThat(keygen.waitFor()).isZero();
    String publicKey = Files.readString(temp.resolve("id_ed25519.pub"));
    Path allowed = temp.resolve("allowed");
    Files.writeString(allowed, "robin@example.com " + publicKey);
    users.setString("gpg", null, "format", "ssh");
    users.setString("user", null, "signingkey", key.toString());

    PlannedCommit planned = draft().planToWrite(Progress.SILENT);
    written(planned);

    assertThat(
            GitBinary.run(
                temp.resolve("own.git"),
                "-c",
                "gpg.ssh.allowedSignersFile=" + allowed,
                "verify-commit",
                planned.after().commit()))
        .hasValueSatisfying(
            said -> assertThat(said).contains("Good \"git\" signature for robin@example.com"));
    GitBinary.run(temp.resolve("own.git"), "fsck", "--strict");
  }
}
