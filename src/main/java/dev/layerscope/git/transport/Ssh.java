package dev.layerscope.git.transport;

import dev.layerscope.git.credential.Account;
import java.io.File;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/**
 * Connections over SSH as the person's own: {@code ~/.ssh/config}, {@code known_hosts}, the agent,
 * the keys.
 */
final class Ssh {
  private Ssh() {}

  /** Sessions for one transport; closing it ends them. */
  static SshdSessionFactory sessions(Account account) {
    File home = account.home().toFile();
    return new SshdSessionFactoryBuilder()
        .setHomeDirectory(home)
        .setSshDirectory(new File(home, ".ssh"))
        .setConnectorFactory(new SshAgent(account))
        .build(null);
  }
}
