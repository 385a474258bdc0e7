package dev.layerscope.git.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.transport.HttpRemote;
import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that wants robin's login, which is answered in every way git has. */
class CredentialsTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/platform/baseline.git");
  private static final String RIGHT = "s3cr3t-right";
  private static final String WRONG = "s3cr3t-wrong";

  @TempDir private Path temp;
  private Path home = Path.of("");
  private HttpRemote remote;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void aServerThatWantsALogin() throws IOException {
    GitSettings.install();
    home = Files.createDirectories(temp.resolve("home"));
    Repository origin =
        new FileRepositoryBuilder().setGitDir(temp.resolve("o.git").toFile()).setBare().build();
    origin.create(true);
    GitFixture.in(origin, URL.text()).withoutRemote().file("a.yaml", "a: 1").commit("First");
    String login =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("robin:" + RIGHT).getBytes(StandardCharsets.UTF_8));
    remote =
        HttpRemote.serving(origin)
            .but((exchange, answer) -> {
              if (login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return false;
              }
              exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
              exchange.sendResponseHeaders(401, -1);
              return true;
            });
  }

  @AfterEach
  void nothingThatWasSaidOrWrittenHoldsASecret() throws IOException {
    remote.close();
    assertThat(said).noneMatch(text -> text.contains("s3cr3t"));
    try (Stream<Path> files = Files.walk(temp.resolve("clones"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as("%s", file)
            .doesNotContain("s3cr3t");
      }
    }
  }

  private Clones clones() throws IOException {
    return new Clones(temp.resolve("clones"), Accounts.in(home));
  }

  private void open(Progress progress) throws Exception {
    try (Clone clone = clones().open(URL, remote.url(), Optional.empty(), progress)) {
      assertThat(clone.branches()).containsExactly("main");
    } catch (GitException e) {
      var words = new StringWriter();
      e.printStackTrace(new PrintWriter(words));
      said.add(words.toString());
      throw e;
    }
  }

  private void helper(String script) throws IOException {
    Path helper = home.resolve("helper");
    Files.writeString(helper, "#!/bin/sh\n" + script + "\n");
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve(".gitconfig"), "[credential]\n\thelper = " + helper + "\n");
  }

  /** Answers logins in turn, and remembers the questions. */
  private static final class Robin implements Progress {
    private final List<Question<?>> asked = new ArrayList<>();
    private final List<RemoteQuestion.Login> answers;

    Robin(RemoteQuestion.Login... answers) {
      this.answers = new ArrayList<>(List.of(answers));
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
      return answers.isEmpty()
          ? Optional.empty()
          : Optional.of(question.answer().cast(answers.removeFirst()));
    }
  }

  private static RemoteQuestion.Login login(String password, boolean keep) {
    return new RemoteQuestion.Login("robin", new Secret(password), keep);
  }

  @Test
  void netrcAnswers() throws Exception {
    Files.writeString(
        home.resolve(".netrc"), "machine localhost login robin password " + RIGHT + "\n");
    open(Progress.SILENT);
  }

  @Test
  void aHelperAnswersAndIsToldThatItWasRight() throws Exception {
    helper(
        "cat > $HOME/$1.asked; if [ $1 = get ]; then echo username=robin; echo password="
            + RIGHT
            + "; fi");
    open(Progress.SILENT);
    assertThat(home.resolve("get.asked")).content().contains("protocol=http", "host=localhost:");
    assertThat(home.resolve("store.asked")).content().contains("username=robin");
  }

  @Test
  void aHelperThatWasWrongForgetsAndAPersonIsAsked() throws Exception {
    helper(
        "cat > $HOME/$1.asked; if [ $1 = get ]; then echo username=robin; echo password="
            + WRONG
            + "; fi");
    var robin = new Robin(login(RIGHT, false));
    open(robin);

    assertThat(home.resolve("erase.asked")).content().contains(WRONG);
    assertThat(home.resolve("store.asked")).doesNotExist();
    assertThat(robin.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            RemoteQuestion.LoginWanted.class,
            q -> {
              assertThat(q.host()).startsWith("localhost:");
              assertThat(q.refused()).isFalse();
            });
  }

  @Test
  void aPersonWhoWasWrongIsAskedOnceMoreAndMayHaveItKept() throws Exception {
    helper("cat > $HOME/$1.asked");
    var robin = new Robin(login(WRONG, true), login(RIGHT, true));
    open(robin);

    assertThat(robin.asked)
        .extracting(q -> ((RemoteQuestion.LoginWanted) q).refused())
        .containsExactly(false, true);
    assertThat(home.resolve("store.asked")).content().contains("password=" + RIGHT);
    said.add(robin.asked.toString());
  }

  @Test
  void aHelperThatThinksForTooLongIsLeftAndNobodyIsAskedBehindTheWindow() throws Exception {
    helper("[ $1 = get ] && exec sleep 60");
    Files.writeString(home.resolve("askpass"), "#!/bin/sh\ntouch $HOME/asked; echo robin\n");
    assertThat(home.resolve("askpass").toFile().setExecutable(true)).isTrue();
    var environment = new java.util.HashMap<>(Accounts.in(home).environment());
    environment.put("SSH_ASKPASS", home.resolve("askpass").toString());
    var quick = new Account(home, environment, Duration.ofMillis(300), Duration.ofSeconds(20));
    var impatient = new Clones(temp.resolve("clones"), quick);

    assertThatThrownBy(() -> impatient.open(URL, remote.url(), Optional.empty(), Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.CREDENTIALS));
    assertThat(home.resolve("asked")).doesNotExist();
  }

  @Test
  void aLoginWrittenInTheAddressIsUsedAgainAndStandsInNoFileAndNoMessage() throws Exception {
    String address = remote.url().replace("://", "://robin:" + RIGHT + "@");
    try (Clone clone = clones().open(URL, address, Optional.empty(), Progress.SILENT)) {
      clones().fetch(clone, Progress.SILENT);
    }
    String token = remote.url().replace("://", "://" + WRONG + "@");
    RepoUrl other = new RepoUrl("https://git.example.com/platform/other.git");
    assertThatThrownBy(() -> clones().open(other, token, Optional.empty(), Progress.SILENT))
        .isInstanceOfSatisfying(
            GitException.class,
            e -> {
              var words = new StringWriter();
              e.printStackTrace(new PrintWriter(words));
              said.add(words.toString());
            });
    assertThat(said).hasSize(1);
  }
}
