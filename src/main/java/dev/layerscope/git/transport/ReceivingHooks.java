package dev.layerscope.git.transport;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Remote;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.Refs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hooks of a repository on this machine that decide about what is pushed to it. Over a network the
 * host runs them; here it would be us, and no program of a repository is ever run (githooks,
 * "pre-receive", "update"). So such a repository is left to git.
 */
final class ReceivingHooks {
  private static final List<String> DECIDING =
      List.of("pre-receive", "update", "proc-receive", "reference-transaction");

  private ReceivingHooks() {}

  /**
   * @param target the branch's name at the remote
   * @throws GitException of kind {@code REFUSED} with the command that pushes
   */
  static void refuse(Remote remote, BareClone clone, String commit, String target)
      throws GitException {
    Optional<String> hook = remote.isLocal() ? first(remote.path()) : Optional.empty();
    if (hook.isPresent()) {
      throw new GitException(
          GitException.Kind.REFUSED,
          remote
              + " has a hook ("
              + hook.get()
              + ") that decides about pushes, and programs of a repository are not run from here."
              + " Push with git: git -C "
              + clone.repository().getDirectory()
              + " push "
              + remote
              + " "
              + commit
              + ":"
              + Refs.local(target));
    }
  }

  private static Optional<String> first(Path repository) {
    Path inside = repository.resolve(".git/hooks");
    Path hooks = Files.isDirectory(inside) ? inside : repository.resolve("hooks");
    return DECIDING.stream().filter(name -> Files.isExecutable(hooks.resolve(name))).findFirst();
  }
}
