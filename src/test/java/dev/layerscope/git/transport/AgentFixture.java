package dev.layerscope.git.transport;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.agent.common.AbstractAgentClient;
import org.apache.sshd.agent.local.AgentImpl;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** An SSH agent that holds one key and answers on a socket. */
final class AgentFixture implements AutoCloseable {
  private final ServerSocketChannel socket;
  private final AgentImpl agent = new AgentImpl();
  private final AtomicInteger asked = new AtomicInteger();

  AgentFixture(Path place, KeyPair key) throws IOException {
    agent.addIdentity(key, "robin");
    socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(place));
    Thread.ofVirtual().start(this::serve);
  }

  /** How many messages it answered. */
  int asked() {
    return asked.get();
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel line = socket.accept();
        Thread.ofVirtual().start(() -> talk(line));
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void talk(SocketChannel line) {
    try (line) {
      var client =
          new AbstractAgentClient(agent) {
            @Override
            protected void reply(Buffer answer) throws IOException {
              line.write(ByteBuffer.wrap(answer.getCompactData()));
            }
          };
      var bytes = ByteBuffer.allocate(1 << 16);
      while (line.read(bytes) >= 0) {
        asked.incrementAndGet();
        client.messageReceived(new ByteArrayBuffer(bytes.array(), 0, bytes.position()));
        bytes.clear();
      }
    } catch (IOException hungUp) {
      // the client is done
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
