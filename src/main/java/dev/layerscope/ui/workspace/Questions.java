package dev.layerscope.ui.workspace;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.credential.RemoteQuestion;
import dev.layerscope.git.credential.RemoteQuestion.Login;
import dev.layerscope.git.credential.Secret;
import dev.layerscope.ui.common.Asker;
import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What remotes want to know, asked once: an answer holds for its host until the program ends, in
 * memory only. A person who declines is not asked again before the next thing they do.
 */
public final class Questions implements Asker {
  /** Brings one question before the person and waits. */
  public interface Window {
    <T> Optional<T> show(Question<T> question, Progress waiting);
  }

  private final Window window;
  private final Set<String> withoutLogins;
  private final ReentrantLock one = new ReentrantLock();
  private final Map<String, Login> logins = new ConcurrentHashMap<>();
  private final Map<String, Secret> passphrases = new HashMap<>();
  private final Set<Object> declined = new HashSet<>();
  private final Map<String, String> unanswered = new ConcurrentHashMap<>();
  private final Set<String> left = ConcurrentHashMap.newKeySet();

  /**
   * @param withoutLogins lanes whose page asks for logins itself
   */
  public Questions(Window window, Set<String> withoutLogins) {
    this.window = window;
    this.withoutLogins = Set.copyOf(withoutLogins);
  }

  /** The person goes on without these repositories: nothing is asked before they fetch again. */
  public void leave(Collection<RepoUrl> repositories) {
    repositories.forEach(url -> left.addAll(hosts(url)));
  }

  /** A login a page has asked for, on behalf of a repository. */
  public void know(RepoUrl repository, Login login) {
    hosts(repository).forEach(host -> logins.put(host, login));
  }

  /** The host of its address, and the one that {@code insteadOf} led to when it was asked for. */
  private Set<String> hosts(RepoUrl repository) {
    var hosts = new HashSet<String>();
    hosts.add(repository.identity().replaceFirst("/.*", ""));
    unanswered.forEach((address, host) -> {
      if (new RepoUrl(address).shortName().equals(repository.shortName())) {
        hosts.add(host);
      }
    });
    return hosts;
  }

  @Override
  public void begins(String lane) {
    one.lock();
    try {
      declined.clear();
      if (lane.equals(WorkspaceViewModel.FETCH)) {
        left.clear();
      }
    } finally {
      one.unlock();
    }
  }

  @Override
  public <T> Optional<T> ask(String lane, Question<T> question, Progress waiting) {
    if (!(question instanceof RemoteQuestion<T> asked)) {
      return Optional.empty();
    }
    one.lock(); // one window at a time, and the next one may know the answer by then
    try {
      Optional<?> answer =
          switch (asked) {
            case RemoteQuestion.LoginWanted login -> login(lane, login, waiting);
            case RemoteQuestion.HostUnknown host -> once(host, waiting);
            case RemoteQuestion.PassphraseWanted key -> passphrase(key, waiting);
          };
      return answer.map(question.answer()::cast);
    } finally {
      one.unlock();
    }
  }

  private Optional<Login> login(
      String lane, RemoteQuestion.LoginWanted question, Progress waiting) {
    if (question.refused()) {
      logins.remove(question.host());
    }
    Optional<Login> known = Optional.ofNullable(logins.get(question.host()));
    if (known.isPresent()) {
      return known;
    }
    if (withoutLogins.contains(lane)) {
      unanswered.put(question.address(), question.host());
      return Optional.empty();
    }
    if (left.contains(question.host()) || declined.contains(question.host())) {
      return Optional.empty();
    }
    Optional<Login> given = window.show(question, waiting);
    given.ifPresentOrElse(
        login -> logins.put(question.host(), login), () -> declined.add(question.host()));
    return given;
  }

  private Optional<Secret> passphrase(RemoteQuestion.PassphraseWanted question, Progress waiting) {
    Optional<Secret> known = Optional.ofNullable(passphrases.remove(question.text()));
    Optional<Secret> given = known.isPresent() ? known : once(question, waiting);
    given.ifPresent(secret -> passphrases.put(question.text(), secret));
    return given;
  }

  private <T> Optional<T> once(RemoteQuestion<T> question, Progress waiting) {
    if (declined.contains(question)) {
      return Optional.empty();
    }
    Optional<T> answer = window.show(question, waiting);
    if (answer.isEmpty() || answer.get().equals(false)) {
      declined.add(question);
    }
    return answer;
  }
}
