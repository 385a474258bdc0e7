package dev.layerscope.git.credential;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.credential.CredentialHelpers.Known;
import dev.layerscope.work.Progress;
import java.io.File;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.NetRC;
import org.eclipse.jgit.transport.URIish;

/**
 * Answers a login over HTTP with what git itself would answer: {@code ~/.netrc}, then the
 * credential helpers of the user's configuration, then the person, when one is there. A secret is
 * held no longer than the question takes. What SSH asks goes to {@link SshQuestions}.
 */
public final class GitCredentials extends CredentialsProvider {
  private final Account account;
  private final Progress progress;
  private final CredentialHelpers helpers;
  private final SshQuestions ssh;
  private Source next = Source.NETRC;
  private Optional<Known> given = Optional.empty();
  private Optional<URIish> asking = Optional.empty();
  private boolean keep;

  /** Who is asked, in this order; one whose answer was refused is not asked again. */
  private enum Source {
    NETRC,
    HELPERS,
    PERSON,
    PERSON_AGAIN,
    NOBODY
  }

  public GitCredentials(Account account, Progress progress) {
    this.account = account;
    this.progress = progress;
    this.helpers = new CredentialHelpers(account, progress);
    this.ssh = new SshQuestions(progress);
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username)
          && !(item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    if (uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
      return ssh.answer(uri, items);
    }
    if (!supports(items)) {
      return false;
    }
    asking = Optional.of(uri);
    given = login(uri);
    given.ifPresent(login -> fill(login, items));
    return given.isPresent();
  }

  private static void fill(Known login, CredentialItem... items) {
    for (CredentialItem item : items) {
      switch (item) {
        case CredentialItem.Username username -> username.setValue(login.user());
        case CredentialItem.Password password -> password.setValue(login.secret().letters());
        default -> throw new IllegalArgumentException("not a login: " + item.getPromptText());
      }
    }
  }

  /** The next answer there is; sources without one are passed over. */
  private Optional<Known> login(URIish uri) {
    while (next != Source.NOBODY) {
      Optional<Known> answer =
          switch (next) {
            case NETRC -> netrc(uri);
            case HELPERS -> helpers.fill(uri);
            case PERSON -> person(uri, false);
            case PERSON_AGAIN -> person(uri, true);
            case NOBODY -> Optional.empty();
          };
      if (answer.isPresent()) {
        return answer;
      }
      next = next == Source.PERSON ? Source.NOBODY : after(next);
    }
    return Optional.empty();
  }

  private static Source after(Source source) {
    return switch (source) {
      case NETRC -> Source.HELPERS;
      case HELPERS -> Source.PERSON;
      case PERSON -> Source.PERSON_AGAIN;
      case PERSON_AGAIN, NOBODY -> Source.NOBODY;
    };
  }

  private Optional<Known> netrc(URIish uri) {
    File file = account.home().resolve(File.separatorChar == '\\' ? "_netrc" : ".netrc").toFile();
    return Optional.ofNullable(file.isFile() ? new NetRC(file).getEntry(uri.getHost()) : null)
        .filter(entry -> entry.login != null && entry.password != null)
        .map(entry -> new Known(entry.login, new Secret(new String(entry.password))));
  }

  private Optional<Known> person(URIish uri, boolean refused) {
    var question =
        new RemoteQuestion.LoginWanted(
            CredentialHelpers.host(uri),
            new RepoUrl(uri.toString()).display(),
            Optional.ofNullable(uri.getUser()),
            refused);
    Optional<RemoteQuestion.Login> answer = progress.ask(question);
    keep = answer.map(RemoteQuestion.Login::keep).orElse(false);
    return answer.map(login -> new Known(login.user(), login.secret()));
  }

  /** Called by JGit when a login was not accepted. */
  @Override
  public void reset(URIish uri) {
    if (given.isPresent()) {
      if (next == Source.HELPERS) {
        helpers.reject(uri, given.get());
      }
      given = Optional.empty();
      next = after(next);
    }
  }

  /** To be called when everything went well: git keeps what was right, as it does itself. */
  public void accepted() {
    boolean known = next == Source.HELPERS || keep;
    if (given.isPresent() && asking.isPresent() && known) {
      helpers.approve(asking.get(), given.get());
    }
    given = Optional.empty();
  }

  /** What went wrong with SSH that its exceptions do not say; empty for nothing. */
  public Optional<String> refusal() {
    return ssh.refusal();
  }
}
