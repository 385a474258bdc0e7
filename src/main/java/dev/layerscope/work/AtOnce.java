package dev.layerscope.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does the same piece of waiting work for many things, several at once. For work that waits for a
 * disk, a network or another program; what only keeps the cores busy is spread by the stage that
 * does it.
 */
public final class AtOnce {
  private final Supplier<ExecutorService> threads;

  /**
   * @param several how many pieces are under way at most; at least 1
   */
  public AtOnce(int several) {
    this(() -> Executors.newFixedThreadPool(several, Thread.ofVirtual().factory()));
  }

  private AtOnce(Supplier<ExecutorService> threads) {
    this.threads = threads;
  }

  /**
   * As many pieces as there are, over the cores: one that waits leaves its core to the next. For
   * work of which some waits and most does not.
   */
  public static AtOnce all() {
    return new AtOnce(Executors::newVirtualThreadPerTaskExecutor);
  }

  /**
   * The answers in the order of the questions, whoever was first. {@link Gently} they are given one
   * after the other.
   *
   * @throws CancellationException when one of the pieces was cancelled; the others are waited for
   */
  public <A, B> List<B> each(List<A> questions, Function<A, B> work) {
    if (Gently.isNow()) {
      return questions.stream().map(work).toList();
    }
    try (ExecutorService at = threads.get()) {
      List<Future<B>> begun = new ArrayList<>(questions.size());
      questions.forEach(question -> begun.add(at.submit(() -> work.apply(question))));
      List<B> answers = new ArrayList<>(questions.size());
      for (Future<B> one : begun) {
        answers.add(answer(one));
      }
      return answers;
    }
  }

  private static <B> B answer(Future<B> one) {
    try {
      return Awaited.of(one);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
