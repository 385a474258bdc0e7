package dev.layerscope.work;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The two-way line between long work and whoever waits for it: the work says how far it is, may ask
 * what only a person knows, and learns that nobody waits any more. Implementations are called from
 * several threads at once.
 */
public interface Progress {
  /** Nobody listens and nobody cancels. */
  Progress SILENT =
      new Progress() {
        @Override
        public void report(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Says what is being done now.
   *
   * @param what a short phrase a person reads, such as "Cloning baseline.git"
   * @param done steps finished, in any unit
   * @param total steps in all, in the same unit; 0 when unknown
   */
  void report(String what, long done, long total);

  /** Whether the one who asked has lost interest. */
  boolean cancelled();

  /**
   * Asks a person, and waits for the answer.
   *
   * @return empty when there is nobody to ask, or the person does not answer: the work has to do
   *     without
   */
  default <T> Optional<T> ask(Question<T> question) {
    return Optional.empty();
  }

  /**
   * Leaves the work when it was cancelled. Called between steps that can be thrown away.
   *
   * @throws CancellationException when {@link #cancelled()}
   */
  default void stopIfCancelled() {
    if (cancelled()) {
      throw new CancellationException("cancelled");
    }
  }
}
