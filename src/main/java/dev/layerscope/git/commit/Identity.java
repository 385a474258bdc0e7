package dev.layerscope.git.commit;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.Person;
import dev.layerscope.git.read.BareClone;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.SystemReader;

/** Who commits, as git's environment and configuration say. */
public final class Identity {
  private Identity() {}

  /**
   * The author as git would find it: {@code GIT_AUTHOR_NAME} and {@code GIT_AUTHOR_EMAIL}, else
   * {@code user.name} and {@code user.email} of the repository's or the user's configuration.
   *
   * @throws GitException of kind {@code IDENTITY}, naming the command that sets what is missing
   */
  public static Person author(Clone clone, Instant when, ZoneId zone) throws GitException {
    return of("AUTHOR", clone, when, zone);
  }

  /** The same for the committer: {@code GIT_COMMITTER_NAME} and so on. */
  public static Person committer(Clone clone, Instant when, ZoneId zone) throws GitException {
    return of("COMMITTER", clone, when, zone);
  }

  private static Person of(String role, Clone clone, Instant when, ZoneId zone)
      throws GitException {
    return new Person(
        known(role + "_NAME", "name", "Your Name", clone),
        known(role + "_EMAIL", "email", "you@example.com", clone),
        when,
        zone);
  }

  private static String known(String variable, String key, String example, Clone clone)
      throws GitException {
    try {
      Config users = SystemReader.getInstance().getUserConfig();
      Config repositorys = clone instanceof BareClone bare ? bare.repository().getConfig() : users;
      return value(SystemReader.getInstance().getenv("GIT_" + variable))
          .or(() -> value(repositorys.getString("user", null, key)))
          .or(() -> value(users.getString("user", null, key)))
          .orElseThrow(() ->
              new GitException(
                  GitException.Kind.IDENTITY,
                  "Git does not know your "
                      + key
                      + " yet. Run: git config --global user."
                      + key
                      + " \""
                      + example
                      + "\""));
    } catch (IOException | ConfigInvalidException e) {
      throw new GitException(
          GitException.Kind.IDENTITY,
          "Your git configuration cannot be read: " + e.getMessage(),
          e);
    }
  }

  private static Optional<String> value(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isBlank());
  }

  static PersonIdent ident(Person person) {
    return new PersonIdent(person.name(), person.email(), person.when(), person.zone());
  }
}
