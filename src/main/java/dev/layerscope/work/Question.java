package dev.layerscope.work;

/**
 * Something work has to know from a person before it can go on. Told by its own {@code toString},
 * which never holds a secret.
 *
 * @param <T> the answer
 */
public interface Question<T> {
  /** The type of the answer. */
  Class<T> answer();
}
