package dev.layerscope.git.transport;

import dev.layerscope.git.credential.Account;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;

/**
 * The way to the person's SSH agent: the socket that {@code SSH_AUTH_SOCK} or {@code IdentityAgent}
 * names, or the pipe of Windows' own agent. Keys stay in the agent; it signs.
 */
final class SshAgent implements ConnectorFactory {
  private static final String WINDOWS_PIPE = "\\\\.\\pipe\\openssh-ssh-agent";
  private static final ConnectorDescriptor DESCRIPTOR =
      new ConnectorDescriptor() {
        @Override
        public String getIdentityAgent() {
          return "SSH_AUTH_SOCK";
        }

        @Override
        public String getDisplayName() {
          return "ssh-agent";
        }
      };

  private final Account account;

  SshAgent(Account account) {
    this.account = account;
  }

  @Override
  public Connector create(String identityAgent, File homeDir) {
    Optional<String> named =
        Optional.ofNullable(identityAgent)
            .filter(name -> !name.isBlank() && !name.equals("SSH_AUTH_SOCK"));
    return new Line(named.or(() -> account.variable("SSH_AUTH_SOCK")).or(SshAgent::pipe));
  }

  private static Optional<String> pipe() {
    return File.separatorChar == '\\' ? Optional.of(WINDOWS_PIPE) : Optional.empty();
  }

  @Override
  public boolean isSupported() {
    return true;
  }

  @Override
  public String getName() {
    return "layerscope";
  }

  @Override
  public Collection<ConnectorDescriptor> getSupportedConnectors() {
    return List.of(DESCRIPTOR);
  }

  @Override
  public ConnectorDescriptor getDefaultConnector() {
    return DESCRIPTOR;
  }

  /** One connection: a message of a length, a command and a body each way. */
  private static final class Line extends AbstractConnector {
    private final Optional<String> place;
    private Optional<ByteChannel> channel = Optional.empty();

    Line(Optional<String> place) {
      this.place = place;
    }

    @Override
    public boolean connect() {
      if (place.isEmpty()) {
        return false;
      }
      try {
        channel = Optional.of(open(place.get()));
        return true;
      } catch (IOException | RuntimeException nobodyThere) {
        return false; // the keys in ~/.ssh may do
      }
    }

    private static ByteChannel open(String place) throws IOException {
      if (place.startsWith("\\\\.\\pipe\\")) {
        return FileChannel.open(Path.of(place), StandardOpenOption.READ, StandardOpenOption.WRITE);
      }
      var socket = SocketChannel.open(StandardProtocolFamily.UNIX);
      socket.connect(UnixDomainSocketAddress.of(place));
      return socket;
    }

    @Override
    public byte[] rpc(byte command, byte[] message) throws IOException {
      prepareMessage(command, message);
      ByteChannel line = channel.orElseThrow(() -> new IOException("no connection to ssh-agent"));
      ByteBuffer out = ByteBuffer.wrap(message);
      while (out.hasRemaining()) {
        line.write(out);
      }
      int length = toLength(command, read(line, Integer.BYTES));
      return read(line, length);
    }

    private static byte[] read(ByteChannel line, int length) throws IOException {
      var in = ByteBuffer.allocate(length);
      while (in.hasRemaining()) {
        if (line.read(in) < 0) {
          throw new IOException("ssh-agent hung up");
        }
      }
      return in.array();
    }

    @Override
    public void close() throws IOException {
      if (channel.isPresent()) {
        channel.get().close();
      }
    }
  }
}
