package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import java.io.IOException;

/**
 * Is told before and after everything that changes the disk while change sets are written, by a
 * name such as {@code move dev of east}. Whoever wants to know what a program that dies leaves
 * behind lets it die in one of these.
 */
public interface WriteSteps {
  /** Looks on without a word. */
  WriteSteps UNWATCHED = new WriteSteps() {};

  /** About to do it. */
  default void before(String step) {}

  /** It is done. */
  default void after(String step) {}

  /** Something that changes the disk. */
  interface Action<T> {
    T run() throws IOException, GitException;
  }

  /** Does one step. */
  default <T> T step(String name, Action<T> action) throws IOException, GitException {
    before(name);
    T result = action.run();
    after(name);
    return result;
  }
}
