package dev.layerscope.git.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/** Git's own daemon, asked once for each connection. */
final class DaemonRemote implements AutoCloseable {
  private final ServerSocket socket;
  private final Path folder;
  private volatile boolean silent;

  /**
   * @param folder whose repositories are served
   */
  DaemonRemote(Path folder) throws IOException {
    this.folder = folder;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  String url(String name) {
    return "git://localhost:" + socket.getLocalPort() + "/" + name;
  }

  /** From now on connections are taken, and nothing is said. */
  DaemonRemote sayingNothing(boolean nothing) {
    silent = nothing;
    return this;
  }

  private void serve() {
    try {
      while (true) {
        Socket line = socket.accept();
        if (!silent) {
          Thread.ofVirtual().start(() -> answer(line));
        }
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void answer(Socket line) {
    try (line) {
      Process daemon =
          new ProcessBuilder(
                  "git",
                  "-c",
                  "safe.directory=*",
                  "daemon",
                  "--inetd",
                  "--export-all",
                  "--base-path=" + folder)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Thread.ofVirtual().start(() -> pipe(line, daemon));
      daemon.getInputStream().transferTo(line.getOutputStream());
    } catch (IOException hungUp) {
      // the client is done
    }
  }

  private static void pipe(Socket line, Process daemon) {
    try (InputStream in = line.getInputStream();
        OutputStream out = daemon.getOutputStream()) {
      byte[] bytes = new byte[8192];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        out.write(bytes, 0, n);
        out.flush();
      }
    } catch (IOException hungUp) {
      // either side is done
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
