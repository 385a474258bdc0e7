package dev.layerscope.git;

import dev.layerscope.work.Progress;
import java.time.Duration;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/** While open, ends a transport's connections within a moment of a cancel. */
final class HangUp implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private volatile boolean over;

  /** Over HTTP connections are ended; every other transport ends at its own time limit. */
  static HangUp onCancel(Transport transport, Config config, Progress progress) {
    var watch = new HangUp();
    if (transport instanceof TransportHttp http) {
      var connections = new HttpConnections(config);
      http.setHttpConnectionFactory(connections);
      Thread.ofVirtual().start(() -> watch.wait(connections, progress));
    }
    return watch;
  }

  private void wait(HttpConnections connections, Progress progress) {
    try {
      while (!over) {
        if (progress.cancelled()) {
          connections.hangUp();
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over = true;
  }
}
