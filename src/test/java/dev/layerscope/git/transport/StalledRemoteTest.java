package dev.layerscope.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.clones.CloneFolders;
import dev.layerscope.git.clones.CloneLock;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A remote may stop at any stage of a conversation: whoever waits for it can leave within a second,
 * nothing is taken for a clone, and nothing stays locked. A machine that is busy with other things
 * gets three tries at the second.
 */
class StalledRemoteTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/platform/baseline.git");
  private static final Duration PROMISED = Duration.ofSeconds(1);

  @TempDir private Path temp;
  private Clones clones;

  @BeforeEach
  void aFolderOfClones() throws IOException {
    clones = new Clones(temp.resolve("clones"), Accounts.in(temp));
  }

  /** Takes connections and answers with what it has, then says nothing more. */
  private static final class Silent implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> taken = new ArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final String beginning;

    Silent(String beginning) throws IOException {
      this.beginning = beginning;
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
      try {
        while (true) {
          Socket one = server.accept();
          taken.add(one);
          one.getInputStream().read();
          one.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
          one.getOutputStream().flush();
          asked.countDown();
        }
      } catch (IOException closed) {
        // the test is over
      }
    }

    String url(String scheme) {
      return scheme + "://localhost:" + server.getLocalPort() + "/platform/baseline.git";
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (Socket one : taken) {
        one.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http, before a word|",
        "https, in the handshake|",
        "http, in the headers|HTTP/1.1 200 OK\r\nContent-Type: ",
        "http, in the list of refs|HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack"
            + "-advertisement\r\nContent-Length: 5000\r\n\r\n001e# service=git-upload-pack\n0000"
            + "00a0",
        "git, in the list of refs|00a0",
        "ssh, before its version|",
        "ssh, in the exchange of keys|SSH-2.0-OpenSSH_9.2\r\n"
      })
  void aConversationThatStopsCanBeLeftWithinASecond(String stage) throws Exception {
    String scheme = stage.substring(0, stage.indexOf(','));
    String said = stage.substring(stage.indexOf('|') + 1);
    leftWithinASecond(() -> {
      try (var silent = new Silent(said)) {
        return left(silent.url(scheme), silent.asked);
      }
    });
  }

  @Test
  void aHostThatDoesNotEvenTakeTheConnectionCanBeLeftWithinASecond() throws Exception {
    try (var full = new ServerSocket()) {
      full.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      var crowd = new ArrayList<Socket>();
      for (int i = 0; i < 4; i++) { // the queue takes two; the others wait as we shall
        var socket = new Socket();
        crowd.add(socket);
        Thread.ofVirtual().start(() -> connect(socket, full));
      }
      String url = "http://localhost:" + full.getLocalPort() + "/platform/baseline.git";
      leftWithinASecond(() -> left(url, soon()));
      for (Socket socket : crowd) {
        socket.close();
      }
    }
  }

  private static void connect(Socket socket, ServerSocket to) {
    try {
      socket.connect(to.getLocalSocketAddress());
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Test
  void aLockSomebodyElseKeepsCanBeLeftWithinASecond() throws Exception {
    Path lock = temp.resolve("clones").resolve(CloneFolders.name(URL) + ".lock").toAbsolutePath();
    Files.createDirectories(lock.getParent());
    try (CloneLock kept = CloneLock.take(lock, URL, Progress.SILENT)) {
      Path remote = Files.createDirectory(temp.resolve("remote.git"));
      assertThat(kept).isNotNull();
      leftWithinASecond(() -> left(remote.toString(), soon()));
    }
  }

  /** When it is under way and waits. */
  private static CountDownLatch soon() {
    var latch = new CountDownLatch(1);
    CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(latch::countDown);
    return latch;
  }

  private interface Try {
    Duration left() throws Exception;
  }

  private void leftWithinASecond(Try attempt) throws Exception {
    var best = Duration.ofDays(1);
    for (int i = 0; i < 3 && best.compareTo(PROMISED) > 0; i++) {
      Duration took = attempt.left();
      best = took.compareTo(best) < 0 ? took : best;
      assertThat(temp.resolve("clones")).isDirectoryNotContaining("regex:.*\\.(git|unfinished)");
    }
    assertThat(best).isLessThanOrEqualTo(PROMISED);
  }

  private Duration left(String remote, CountDownLatch stalled) {
    var lostInterest = new LostInterest(stalled);
    assertThatThrownBy(() -> clones.open(URL, remote, Optional.empty(), lostInterest).close())
        .isInstanceOf(CancellationException.class);
    return lostInterest.sinceCancel();
  }
}
