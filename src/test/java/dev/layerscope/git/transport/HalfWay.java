package dev.layerscope.git.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A line to a server of this machine that goes dead, and stays open, when the server has said a
 * number of bytes: whatever they speak, that is in the middle of a pack that is larger.
 */
final class HalfWay implements AutoCloseable {
  private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> taken = new CopyOnWriteArrayList<>();
  private final CountDownLatch dead = new CountDownLatch(1);
  private final int server;
  private volatile long bytes;

  /**
   * @param server the port that is called
   * @param bytes how much of what it says comes through, of each connection
   */
  HalfWay(int server, long bytes) throws IOException {
    this.server = server;
    this.bytes = bytes;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return here.getLocalPort();
  }

  /** Open until the line has gone dead. */
  CountDownLatch dead() {
    return dead;
  }

  /** From now on all comes through. */
  void mend() {
    bytes = Long.MAX_VALUE;
  }

  private void serve() {
    try {
      while (true) {
        Socket caller = here.accept();
        Socket called = new Socket(InetAddress.getLoopbackAddress(), server);
        taken.addAll(List.of(caller, called));
        Thread.ofVirtual().start(() -> pass(caller, called, Long.MAX_VALUE));
        Thread.ofVirtual().start(() -> pass(called, caller, bytes));
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void pass(Socket from, Socket to, long limit) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[8192];
      long left = limit;
      while (left > 0) {
        int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (n < 0) {
          to.shutdownOutput();
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
        left -= n;
      }
      dead.countDown();
    } catch (IOException closed) {
      // either side has gone
    }
  }

  @Override
  public void close() throws IOException {
    here.close();
    for (Socket one : taken) {
      one.close();
    }
  }
}
