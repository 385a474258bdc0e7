package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.clones.CloneLock;
import java.util.ArrayDeque;
import java.util.Deque;

/** Several locks, let go of in the opposite order. */
final class Locks implements AutoCloseable {
  private final Deque<CloneLock> held = new ArrayDeque<>();

  void add(CloneLock lock) {
    held.push(lock);
  }

  @Override
  public void close() throws GitException {
    while (!held.isEmpty()) {
      held.pop().close();
    }
  }
}
