package dev.layerscope.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Remote;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.credential.Account;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cloning from a server that answers, and from servers that do not. */
class HttpRemoteTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/platform/baseline.git");
  private static final String LOGIN =
      "Basic "
          + Base64.getEncoder().encodeToString("robin:s3cret".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path temp;
  private Account account = Account.ofUser();
  private Repository origin;
  private Clones clones;

  @BeforeEach
  void aRepositoryWorthCloning() throws IOException {
    GitSettings.install();
    origin = bare("origin.git");
    GitFixture.in(origin, URL.text())
        .withoutRemote()
        .file("deps/a.yaml", "a: 1\n".repeat(20_000))
        .commit("First")
        .branch("dev")
        .file("deps/b.yaml", "b: 1")
        .commit("Second");
    account = Accounts.in(temp.resolve("home"));
    clones = new Clones(temp.resolve("clones"), account);
  }

  private Repository bare(String name) throws IOException {
    Repository made =
        new FileRepositoryBuilder().setGitDir(temp.resolve(name).toFile()).setBare().build();
    made.create(true);
    return made;
  }

  private Clone open(HttpRemote remote) throws GitException {
    return open(remote, Progress.SILENT);
  }

  private Clone open(HttpRemote remote, Progress progress) throws GitException {
    return clones.open(URL, remote.url(), Optional.empty(), progress);
  }

  private void nothingIsTakenForAClone() throws IOException {
    Path folder = temp.resolve("clones");
    try (Stream<Path> left = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".git"));
    }
  }

  @Test
  void aRepositoryIsClonedOverHttpInTwoRequests() throws Exception {
    try (var remote = HttpRemote.serving(origin);
        Clone clone = open(remote)) {
      assertThat(clone.branches()).containsExactly("dev", "main");
      assertThat(clone.defaultBranch()).contains("main");
      assertThat(remote.requests()).isLessThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, CREDENTIALS, asks for a login",
    "403, CREDENTIALS, asks for a login",
    "404, NOT_FOUND, no repository at",
    "500, NETWORK, failed"
  })
  void aRefusalIsToldAndTheNextTrySucceeds(int status, GitException.Kind kind, String sentence)
      throws Exception {
    try (var remote = HttpRemote.serving(origin).but(status(status))) {
      assertThatThrownBy(() -> open(remote))
          .isInstanceOfSatisfying(GitException.class, e -> assertThat(e.kind()).isEqualTo(kind))
          .hasMessageContaining(sentence);
      nothingIsTakenForAClone();

      remote.mend();
      open(remote).close();
    }
  }

  private static HttpRemote.Trouble status(int status) {
    return (exchange, answer) -> {
      if (status == 401) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
      }
      exchange.sendResponseHeaders(status, -1);
      return true;
    };
  }

  @Test
  void aPackThatIsCutOffIsNotTakenForACloneAndTheNextTrySucceeds() throws Exception {
    try (var remote = HttpRemote.serving(origin).but(HttpRemoteTest::cut)) {
      assertThatThrownBy(() -> open(remote)).isInstanceOf(GitException.class);
      nothingIsTakenForAClone();

      remote.mend();
      open(remote).close();
    }
  }

  private static boolean cut(HttpExchange exchange, byte[] answer) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      return false;
    }
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer, 0, answer.length / 2);
    exchange.getResponseBody().flush();
    return true;
  }

  @Test
  void aPackWithAWrongByteIsRefused() throws Exception {
    try (var remote = HttpRemote.serving(origin).but(HttpRemoteTest::spoil)) {
      assertThatThrownBy(() -> open(remote)).isInstanceOf(GitException.class);
      nothingIsTakenForAClone();
    }
  }

  private static boolean spoil(HttpExchange exchange, byte[] answer) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      return false;
    }
    int pack = new String(answer, StandardCharsets.ISO_8859_1).indexOf("PACK");
    answer[pack + 60] ^= 0x55;
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    return true;
  }

  @Test
  void aServerThatSaysNothingCanBeLeftAndIsAskedAgain() throws Exception {
    var asked = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var lostInterest = new LostInterest(asked);
    try (var remote = HttpRemote.serving(origin).but(stall(asked, end))) {
      assertThatThrownBy(() -> open(remote, lostInterest))
          .isInstanceOf(CancellationException.class); // it goes on when we have left
      end.countDown();
      nothingIsTakenForAClone();

      remote.mend();
      open(remote).close();
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUpAtTheTimeLimit() throws Exception {
    var end = new CountDownLatch(1);
    var impatient =
        new Clones(
            temp.resolve("clones"),
            new Account(
                account.home(), account.environment(), account.helper(), Duration.ofSeconds(1)));
    try (var remote = HttpRemote.serving(origin).but(stall(new CountDownLatch(1), end))) {
      assertThatThrownBy(() -> impatient.open(URL, remote.url(), Optional.empty(), Progress.SILENT))
          .isInstanceOfSatisfying(
              GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.NETWORK))
          .hasMessageContaining("cannot be reached");
      end.countDown();
      nothingIsTakenForAClone();
    }
  }

  private static HttpRemote.Trouble stall(CountDownLatch asked, CountDownLatch end) {
    return (exchange, answer) -> {
      asked.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return false;
    };
  }

  @Test
  void aLoginFromTheAddressIsUsedAndNeverTold() throws Exception {
    try (var remote = HttpRemote.serving(origin).but(HttpRemoteTest::wantsLogin)) {
      String withLogin = remote.url().replace("://", "://robin:s3cret@");
      clones.open(URL, withLogin, Optional.empty(), Progress.SILENT).close();

      String wrong = remote.url().replace("://", "://robin:wr0ng@");
      RepoUrl other = new RepoUrl("https://git.example.com/platform/other.git");
      assertThatThrownBy(() -> clones.open(other, wrong, Optional.empty(), Progress.SILENT))
          .isInstanceOfSatisfying(
              GitException.class,
              e -> assertThat(e.kind()).isEqualTo(GitException.Kind.CREDENTIALS))
          .hasMessageNotContaining("wr0ng");
    }
  }

  private static boolean wantsLogin(HttpExchange exchange, byte[] answer) throws IOException {
    if (LOGIN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return false;
    }
    return status(401).answer(exchange, answer);
  }

  @Test
  void aCertificateNobodyKnowsIsRefusedUnlessTheUserTrustsItsAuthority() throws Exception {
    try (var remote = HttpRemote.serving(origin, selfSigned())) {
      assertThatThrownBy(() -> open(remote))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("certificate");

      var config = new Config();
      config.setString("http", null, "sslCAInfo", temp.resolve("authority.pem").toString());
      var refs = URI.create(remote.url() + "/info/refs").toURL();
      assertThat(new HttpConnections(config, account).create(refs).getResponseCode())
          .isEqualTo(200);
    }
  }

  private SSLContext selfSigned() throws Exception {
    Path store = temp.resolve("server.p12");
    keytool(
        "-genkeypair -alias server -keyalg EC -dname CN=localhost -ext SAN=dns:localhost"
            + " -validity 30 -storetype PKCS12 -storepass changeit -keystore",
        store);
    keytool(
        "-exportcert -rfc -alias server -storepass changeit -file "
            + temp.resolve("authority.pem")
            + " -keystore",
        store);
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String arguments, Path store) throws Exception {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments.split(" ")));
    command.add(store.toString());
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  @Test
  void insteadOfAnotherAddressTheUsersOwnIsAsked() throws Exception {
    try (var remote = HttpRemote.serving(origin)) {
      Repository into = bare("rewriting.git");
      into.getConfig()
          .setString(
              "url",
              remote.url().replace("platform/baseline.git", ""),
              "insteadOf",
              "https://git.example.com/");
      new Fetching(into, new Remote(URL.text()), account, Progress.SILENT).everything("Fetching");
      assertThat(into.resolve("refs/remotes/origin/dev")).isNotNull();
    }
  }

  @Test
  void aProxyOfTheConfigurationIsTaken() throws Exception {
    try (var proxy = HttpRemote.serving(origin)) {
      Repository into = bare("proxied.git");
      String address = proxy.url().replaceFirst("/platform.*", "");
      into.getConfig().setString("http", null, "proxy", address);
      var unreachable = new Remote("http://git.invalid/platform/baseline.git");
      new Fetching(into, unreachable, account, Progress.SILENT).everything("Fetching");
      assertThat(into.resolve("refs/remotes/origin/dev")).isNotNull();
    }
  }

  @Test
  void fiveThousandBranchesAreRead() throws Exception {
    String tip = origin.resolve("refs/heads/main").name();
    var packed = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
    IntStream.range(10_000, 15_000)
        .forEach(i -> packed.append(tip + " refs/heads/topic/" + i + "\n"));
    Files.writeString(origin.getDirectory().toPath().resolve("packed-refs"), packed);
    try (var remote = HttpRemote.serving(origin);
        Clone clone = open(remote)) {
      assertThat(clone.branches()).hasSize(5_002);
    }
  }
}
