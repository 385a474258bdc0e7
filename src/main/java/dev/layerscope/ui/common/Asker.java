package dev.layerscope.ui.common;

import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.util.Optional;

/** Brings what work in the background wants to know before the person. */
public interface Asker {
  /** Nobody is asked. */
  Asker NOBODY =
      new Asker() {
        @Override
        public void begins(String lane) {}

        @Override
        public <T> Optional<T> ask(String lane, Question<T> question, Progress waiting) {
          return Optional.empty();
        }
      };

  /** A new question of the person's own: what was declined before may be asked again. */
  void begins(String lane);

  /**
   * Asks and waits; called on threads of the background, from several at once.
   *
   * @param waiting whether anybody still waits for the answer
   */
  <T> Optional<T> ask(String lane, Question<T> question, Progress waiting);
}
