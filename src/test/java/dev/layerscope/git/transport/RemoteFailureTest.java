package dev.layerscope.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteFailureTest {
  @TempDir private Path temp;

  private GitException open(String remote) {
    return catchThrowableOfType(
        GitException.class,
        () ->
            new Clones(temp.resolve("clones"))
                .open(new RepoUrl(remote), remote, Optional.empty(), Progress.SILENT)
                .close());
  }

  private GitException openFrom(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (status == 401) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      return open(
          "http://robin:secret@127.0.0.1:" + server.getAddress().getPort() + "/team/app.git");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aLoginThatIsNotAcceptedIsAMatterOfCredentialsAndNotShown() throws IOException {
    GitException failure = openFrom(401);

    assertThat(failure.kind()).isEqualTo(GitException.Kind.CREDENTIALS);
    assertThat(failure).hasMessageContaining("/team/app.git asks for a login");
    assertThat(failure.getMessage()).doesNotContain("secret").doesNotContain("robin");
  }

  @Test
  void aHostWithoutThatRepositorySaysSo() throws IOException {
    GitException failure = openFrom(404);

    assertThat(failure.kind()).isEqualTo(GitException.Kind.NOT_FOUND);
    assertThat(failure.getMessage())
        .startsWith("There is no repository at http://127.0.0.1")
        .doesNotContain("secret");
  }

  @Test
  void aHostInTroubleIsAMatterOfTheNetwork() throws IOException {
    GitException failure = openFrom(503);

    assertThat(failure.kind()).isEqualTo(GitException.Kind.NETWORK);
    assertThat(failure.getMessage()).doesNotContain("secret");
  }

  @Test
  void aHostThatDoesNotAnswerCannotBeReached() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    GitException failure = open("http://127.0.0.1:" + port + "/app.git");

    assertThat(failure.kind()).isEqualTo(GitException.Kind.NETWORK);
    assertThat(failure).hasMessageContaining("cannot be reached");
  }

  @Test
  void aHostNobodyKnowsCannotBeReached() {
    assertThat(open("https://git.invalid/app.git").kind()).isEqualTo(GitException.Kind.NETWORK);
  }

  @Test
  void aFileThatIsNoBundleIsSaidToBeNone() throws IOException {
    Path file = Files.writeString(temp.resolve("readme.txt"), "no bundle");

    assertThat(open(file.toString())).hasMessageContaining("readme.txt");
  }

  @Test
  void aFailedCloneLeavesNothingBehind() throws IOException {
    openFrom(404);

    try (var left = Files.list(temp.resolve("clones"))) {
      assertThat(left.map(Path::toString)).allMatch(name -> name.endsWith(".lock"));
    }
  }
}
