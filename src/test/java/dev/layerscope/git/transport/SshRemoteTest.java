package dev.layerscope.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.git.credential.RemoteQuestion;
import dev.layerscope.git.credential.Secret;
import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cloning over SSH: with a key, with a wrong key, from a host nobody knows yet. */
class SshRemoteTest {
  private static final RepoUrl URL = new RepoUrl("git@git.example.com:platform/baseline.git");

  @TempDir private Path temp;
  private final KeyPair mine = SshRemote.newKey();
  private Repository origin;
  private Path home;

  @BeforeEach
  void aRepositoryAndAKey() throws Exception {
    GitSettings.install();
    origin =
        new FileRepositoryBuilder().setGitDir(temp.resolve("o.git").toFile()).setBare().build();
    origin.create(true);
    GitFixture.in(origin, URL.text()).withoutRemote().file("a.yaml", "a: 1").commit("First");
    home = temp.resolve("home");
    SshRemote.write(mine, home.resolve(".ssh/id_ed25519"), Optional.empty());
  }

  private void knows(SshRemote remote) throws IOException {
    Files.writeString(home.resolve(".ssh/known_hosts"), remote.knownHost());
  }

  private Clone open(SshRemote remote, Progress progress) throws Exception {
    return open(remote, progress, Map.of());
  }

  private Clone open(SshRemote remote, Progress progress, Map<String, String> environment)
      throws Exception {
    return new Clones(temp.resolve("clones"), Accounts.in(home, environment))
        .open(URL, remote.url(), Optional.empty(), progress);
  }

  /** Answers every question, and remembers it. */
  private static final class Person implements Progress {
    private final List<Question<?>> asked = new ArrayList<>();
    private final Object answer;

    Person(Object answer) {
      this.answer = answer;
    }

    @Override
    public void report(String what, long done, long total) {}

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public <T> Optional<T> ask(Question<T> question) {
      asked.add(question);
      return Optional.of(answer).filter(question.answer()::isInstance).map(question.answer()::cast);
    }
  }

  @Test
  void aKeyOfTheHomeFolderOpensAndTheRemoteIsContactedOnce() throws Exception {
    try (var remote = SshRemote.serving(origin, mine.getPublic())) {
      knows(remote);
      try (Clone clone = open(remote, Progress.SILENT)) {
        assertThat(clone.branches()).containsExactly("main");
        assertThat(clone.defaultBranch()).contains("main");
        assertThat(remote.sessions()).isEqualTo(1);
      }
    }
  }

  @Test
  void aKeyTheServerDoesNotKnowIsToldAsAMatterOfCredentials() throws Exception {
    try (var remote = SshRemote.serving(origin, SshRemote.newKey().getPublic())) {
      knows(remote);
      assertThatThrownBy(() -> open(remote, Progress.SILENT))
          .isInstanceOfSatisfying(
              GitException.class,
              e -> assertThat(e.kind()).isEqualTo(GitException.Kind.CREDENTIALS))
          .hasMessageContaining("asks for a login");
    }
  }

  @Test
  void anUnknownHostIsAskedAboutOnceAndThenKnown() throws Exception {
    try (var remote = SshRemote.serving(origin, mine.getPublic())) {
      assertThatThrownBy(() -> open(remote, Progress.SILENT))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("host key of 127.0.0.1 is not known");
      assertThatThrownBy(() -> open(remote, new Person(false)))
          .hasMessageContaining("host key of 127.0.0.1 is not known");
      assertThat(remote.sessions()).isZero();

      var trusting = new Person(true);
      open(remote, trusting).close();

      assertThat(trusting.asked)
          .singleElement()
          .isInstanceOfSatisfying(
              RemoteQuestion.HostUnknown.class,
              q -> {
                assertThat(q.host()).isEqualTo("127.0.0.1:" + remote.port());
                assertThat(q.fingerprints()).contains("SHA256:");
              });
      assertThat(home.resolve(".ssh/known_hosts")).content().contains("[127.0.0.1]:");
    }
  }

  @Test
  void aHostWhoseKeyHasChangedIsRefusedWhateverAPersonSays() throws Exception {
    try (var known = SshRemote.serving(origin, mine.getPublic());
        var remote = SshRemote.serving(origin, mine.getPublic())) {
      String line = known.knownHost().replace(":" + known.port(), ":" + remote.port());
      Files.writeString(home.resolve(".ssh/known_hosts"), line);
      var trusting = new Person(true);

      assertThatThrownBy(() -> open(remote, trusting))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("is not the one in known_hosts");
      assertThat(trusting.asked).isEmpty();
      assertThat(home.resolve(".ssh/known_hosts")).hasContent(line.strip());
    }
  }

  @Test
  void theConfigOfSshIsHeeded() throws Exception {
    try (var remote = SshRemote.serving(origin, mine.getPublic())) {
      knows(remote);
      Files.move(home.resolve(".ssh/id_ed25519"), home.resolve(".ssh/work"));
      Files.writeString(
          home.resolve(".ssh/config"),
          """
          Host work
            HostName 127.0.0.1
            Port %d
            User git
            IdentityFile ~/.ssh/work
          """
              .formatted(remote.port()));
      var clones = new Clones(temp.resolve("clones"), Accounts.in(home));
      clones.open(URL, "work:platform/baseline.git", Optional.empty(), Progress.SILENT).close();
      assertThat(remote.sessions()).isEqualTo(1);
    }
  }

  @Test
  void anAgentSignsWithTheKeyItHolds() throws Exception {
    Files.delete(home.resolve(".ssh/id_ed25519"));
    Path socket = temp.resolve("agent");
    KeyPair held = SshRemote.newKey(KeyPairProvider.ECDSA_SHA2_NISTP256);
    try (var remote = SshRemote.serving(origin, held.getPublic());
        var agent = new AgentFixture(socket, held)) {
      knows(remote);
      open(remote, Progress.SILENT, Map.of("SSH_AUTH_SOCK", socket.toString())).close();
      assertThat(agent.asked()).isPositive();
    }
  }

  @Test
  void aLockedKeyIsUnlockedWithThePassphraseAPersonGives() throws Exception {
    SshRemote.write(mine, home.resolve(".ssh/id_ed25519"), Optional.of("open sesame"));
    try (var remote = SshRemote.serving(origin, mine.getPublic())) {
      knows(remote);
      assertThatThrownBy(() -> open(remote, Progress.SILENT)).isInstanceOf(GitException.class);

      var person = new Person(new Secret("open sesame"));
      open(remote, person).close();
      assertThat(person.asked)
          .first()
          .isInstanceOfSatisfying(
              RemoteQuestion.PassphraseWanted.class,
              q -> assertThat(q.text()).contains("id_ed25519"));
      assertThat(person.asked.toString()).doesNotContain("sesame");
    }
  }

  @Test
  void aServerThatStallsBehindSshCanBeLeftAtOnce() throws Exception {
    var asked = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var remote = SshRemote.serving(origin, mine.getPublic())) {
      knows(remote);
      remote.but(() -> {
        asked.countDown();
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      var lost = new LostInterest(asked);
      assertThatThrownBy(() -> OnVirtualThread.call(() -> open(remote, lost)))
          .isInstanceOf(CancellationException.class);
      end.countDown();
      remote.mend();
      open(remote, Progress.SILENT).close();
    }
  }

  /** A commit that is only here, on its way to a branch. */
  private void pushed(SshRemote remote, String branch, Optional<String> topic) throws Exception {
    try (Clone clone = open(remote, Progress.SILENT)) {
      String tip = clone.branch("main").orElseThrow().commit();
      var folder = new Clones(temp.resolve("clones"), Accounts.in(home, Map.of()));
      folder.push(clone, branch, Optional.of(tip), topic, Progress.SILENT);
    }
  }

  @Test
  void aProtectedBranchRefusesInTheWordsOfTheHost() throws Exception {
    try (var remote = SshRemote.serving(origin, mine.getPublic()).protecting("guarded")) {
      knows(remote);
      assertThatThrownBy(() -> pushed(remote, "guarded", Optional.empty()))
          .isInstanceOfSatisfying(
              GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.REFUSED))
          .hasMessageContainingAll(
              "refused guarded: hook declined", "remote: GL-1: refs/heads/guarded is protected");
      pushed(remote, "guarded", Optional.of("review"));
      assertThat(origin.exactRef("refs/heads/review")).isNotNull();
    }
  }

  @Test
  void aPushToAHostWhoseKeyHasChangedIsRefusedAndSaysWhatToDo() throws Exception {
    try (var first = SshRemote.serving(origin, mine.getPublic())) {
      knows(first);
      open(first, Progress.SILENT).close();
      Files.writeString(
          home.resolve(".ssh/known_hosts"), first.knownHost().replaceFirst("AAAA.*", other()));
      assertThatThrownBy(() -> pushed(first, "main", Optional.of("review")))
          .hasMessageContaining("is not the one in known_hosts");
    }
  }

  private static String other() {
    return org.apache.sshd.common.config.keys.PublicKeyEntry.toString(
            SshRemote.newKey().getPublic())
        .replaceFirst("^[^ ]+ ", "");
  }
}
