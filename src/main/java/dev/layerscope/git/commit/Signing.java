package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signs commits as the user's git would: {@code commit.gpgSign}, {@code gpg.format} and {@code
 * user.signingKey} of the repository's or the user's configuration, by the program the user's own
 * configuration names. A repository never says what is started here (git-config(1)).
 */
final class Signing {
  private static final String CREATED = "[GNUPG:] SIG_CREATED ";
  private static final String ARMOR = "-----BEGIN ";

  private final SigningSettings settings;
  private final Progress progress;

  private Signing(SigningSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** How a clone's commits are signed; empty when they are not. */
  static Optional<Signing> of(BareClone clone, Progress progress) throws GitException {
    var settings = SigningSettings.of(clone);
    return settings.wanted() ? Optional.of(new Signing(settings, progress)) : Optional.empty();
  }

  /**
   * Signs.
   *
   * @param commit the whole commit object without a signature
   * @return the signature as it stands in the commit: lines of ASCII
   * @throws GitException of kind {@code SIGNING}, with the program's own words
   */
  String sign(byte[] commit, Person committer) throws GitException {
    try {
      return switch (settings.format()) {
        case "openpgp" -> byGpg(commit, committer, settings.program("openpgp", "gpg"));
        case "x509" -> byGpg(commit, committer, settings.program("x509", "gpgsm"));
        case "ssh" -> bySsh(commit);
        default ->
            throw refused(
                "gpg.format is “" + settings.format() + "”; git knows openpgp, x509 and ssh.");
      };
    } catch (IOException e) {
      throw refused(e.getMessage() + ".");
    }
  }

  private String byGpg(byte[] commit, Person committer, String program)
      throws IOException, GitException {
    String key = settings.key().orElse(committer.name() + " <" + committer.email() + ">");
    SigningProgram.Said said =
        SigningProgram.run(List.of(program, "--status-fd=2", "-bsau", key), commit, progress);
    boolean created = said.error().lines().anyMatch(line -> line.startsWith(CREATED));
    if (said.status() != 0 || !created) {
      throw refused(program + " said: " + said.words());
    }
    return said.output().replace("\r", "");
  }

  /** The key is a file, or the public key itself, whose other half an agent holds. */
  private String bySsh(byte[] commit) throws IOException, GitException {
    String program = settings.program("ssh", "ssh-keygen");
    String key =
        settings
            .key()
            .or(this::defaultSshKey)
            .orElseThrow(() ->
                refused(
                    "git has no user.signingKey. Run: git config --global user.signingKey"
                        + " ~/.ssh/id_ed25519.pub"));
    Path folder = Files.createTempDirectory("layerscope-signing");
    Path buffer = folder.resolve("commit");
    Path keyFile = folder.resolve("key.pub");
    Path signature = folder.resolve("commit.sig");
    try {
      Files.write(buffer, commit);
      Optional<String> literal = literal(key);
      if (literal.isPresent()) {
        Files.writeString(keyFile, literal.get() + "\n");
      }
      var command = new ArrayList<>(List.of(program, "-Y", "sign", "-n", "git", "-f"));
      command.add(literal.isPresent() ? keyFile.toString() : inHome(key));
      literal.ifPresent(ignored -> command.add("-U"));
      command.add(buffer.toString());
      SigningProgram.Said said = SigningProgram.run(command, new byte[0], progress);
      if (said.status() != 0 || !Files.isRegularFile(signature)) {
        throw refused(program + " said: " + said.words());
      }
      String text = Files.readString(signature, StandardCharsets.US_ASCII).replace("\r", "");
      if (!text.startsWith(ARMOR)) {
        throw refused(program + " wrote no signature.");
      }
      return text;
    } finally {
      for (Path file : List.of(buffer, keyFile, signature, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Optional<String> literal(String key) {
    return key.startsWith("key::")
        ? Optional.of(key.substring(5))
        : Optional.of(key).filter(k -> k.startsWith("ssh-"));
  }

  private static String inHome(String path) {
    return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
  }

  /** What {@code gpg.ssh.defaultKeyCommand} prints first. */
  private Optional<String> defaultSshKey() {
    Optional<String> command = settings.defaultKeyCommand();
    if (command.isEmpty()) {
      return Optional.empty();
    }
    try {
      SigningProgram.Said said =
          SigningProgram.run(List.of(command.get().strip().split("\\s+")), new byte[0], progress);
      return said.output().lines().findFirst().filter(line -> literal(line).isPresent());
    } catch (IOException | GitException e) {
      return Optional.empty();
    }
  }

  private static GitException refused(String why) {
    return new GitException(
        GitException.Kind.SIGNING,
        "Git is set to sign commits (commit.gpgSign), and this one could not be signed. " + why);
  }
}
