package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.read.BareClone;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What git's configuration says about signatures.
 *
 * @param repositorys asked first for what is a matter of taste; it includes the user's
 * @param users the only one that may name a program
 */
record SigningSettings(Config repositorys, Config users) {
  private static final String GPG = "gpg";

  static SigningSettings of(BareClone clone) throws GitException {
    try {
      return new SigningSettings(
          clone.repository().getConfig(), SystemReader.getInstance().getUserConfig());
    } catch (IOException | ConfigInvalidException e) {
      throw new GitException(
          GitException.Kind.SIGNING, "Your git configuration cannot be read: " + e.getMessage(), e);
    }
  }

  boolean wanted() {
    return repositorys.getBoolean(
        "commit", "gpgsign", users.getBoolean("commit", "gpgsign", false));
  }

  String format() {
    return either(GPG, "format").orElse("openpgp").toLowerCase(Locale.ROOT);
  }

  Optional<String> key() {
    return either("user", "signingkey");
  }

  /** The program for a format, by git's order of keys. */
  String program(String format, String usual) {
    return text(users.getString(GPG, format, "program"))
        .or(() ->
            format.equals("openpgp")
                ? text(users.getString(GPG, null, "program"))
                : Optional.empty())
        .orElse(usual);
  }

  Optional<String> defaultKeyCommand() {
    return text(users.getString(GPG, "ssh", "defaultKeyCommand"));
  }

  private Optional<String> either(String section, String name) {
    return text(repositorys.getString(section, null, name))
        .or(() -> text(users.getString(section, null, name)));
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }
}
