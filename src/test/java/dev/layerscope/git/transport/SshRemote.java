package dev.layerscope.git.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;

/** A git server on this machine behind SSH, which lets in one key. */
final class SshRemote implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final AtomicInteger sessions = new AtomicInteger();
  private final KeyPair hostKey;
  private volatile Optional<Runnable> trouble = Optional.empty();
  private volatile Optional<String> guarded = Optional.empty();

  private SshRemote(Repository repository, PublicKey letIn, KeyPair hostKey) throws IOException {
    this.hostKey = hostKey;
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(List.of(hostKey)));
    server.setPublickeyAuthenticator(
        (user, key, session) -> user.equals("git") && KeyUtils.compareKeys(key, letIn));
    server.setCommandFactory((channel, command) -> new Upload(command, repository));
    server.start();
  }

  static SshRemote serving(Repository repository, PublicKey letIn) throws IOException {
    return new SshRemote(repository, letIn, newKey());
  }

  /** A key of the kind most people have. */
  static KeyPair newKey() {
    return newKey(KeyPairProvider.SSH_ED25519);
  }

  static KeyPair newKey(String kind) {
    try {
      return KeyUtils.generateKeyPair(kind, 256);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a key as ssh-keygen does. */
  static void write(KeyPair key, Path file, Optional<String> passphrase) throws Exception {
    Files.createDirectories(file.getParent());
    var locked = new OpenSSHKeyEncryptionContext();
    passphrase.ifPresent(words -> {
      locked.setPassword(words);
      locked.setCipherType("128");
      locked.setCipherMode("CTR");
    });
    try (var out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
          key, "robin", passphrase.isPresent() ? locked : null, out);
    }
  }

  /** What the server does before it answers. */
  SshRemote but(Runnable misbehaviour) {
    trouble = Optional.of(misbehaviour);
    return this;
  }

  void mend() {
    trouble = Optional.empty();
  }

  int port() {
    return server.getPort();
  }

  String url() {
    return "ssh://git@127.0.0.1:" + port() + "/platform/baseline.git";
  }

  /** The line of {@code known_hosts} for it. */
  String knownHost() {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
  }

  int sessions() {
    return sessions.get();
  }

  private final class Upload extends AbstractCommandSupport implements Command {
    private final Repository repository;

    Upload(String command, Repository repository) {
      super(command, null);
      this.repository = repository;
    }

    @Override
    public void start(ChannelSession channel, org.apache.sshd.server.Environment env)
        throws IOException {
      sessions.incrementAndGet();
      super.start(channel, env);
    }

    private void receive() throws IOException {
      var pack = new ReceivePack(repository);
      pack.setPreReceiveHook((receiving, commands) -> {
        for (ReceiveCommand command : commands) {
          if (guarded.filter(command.getRefName()::equals).isPresent()) {
            receiving.sendMessage("GL-1: " + command.getRefName() + " is protected");
            command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "hook declined");
          }
        }
      });
      pack.receive(getInputStream(), getOutputStream(), getErrorStream());
    }

    @Override
    public void run() {
      try {
        trouble.ifPresent(Runnable::run);
        if (getCommand().startsWith("git-receive-pack")) {
          receive();
        } else {
          new UploadPack(repository).upload(getInputStream(), getOutputStream(), getErrorStream());
        }
        onExit(0);
      } catch (IOException e) {
        onExit(1, String.valueOf(e.getMessage()));
      }
    }
  }

  /** A branch that only takes changes through review. */
  SshRemote protecting(String branch) {
    guarded = Optional.of("refs/heads/" + branch);
    return this;
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
