package dev.layerscope.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does the same piece of waiting work for many things, several at once. For work that waits for a
 * disk or a network; what keeps the cores busy is spread by the stage that does it.
 */
public final class AtOnce {
  private final int several;

  /**
   * @param several how many pieces are under way at most; at least 1
   */
  public AtOnce(int several) {
    this.several = several;
  }

  /**
   * The answers in the order of the questions, whoever was first.
   *
   * @throws CancellationException when one of the pieces was cancelled; the others are waited for
   */
  public <A, B> List<B> each(List<A> questions, Function<A, B> work) {
    try (var threads = Executors.newFixedThreadPool(several, Thread.ofVirtual().factory())) {
      List<Future<B>> begun = new ArrayList<>();
      questions.forEach(question -> begun.add(threads.submit(() -> work.apply(question))));
      List<B> answers = new ArrayList<>();
      for (Future<B> one : begun) {
        answers.add(answer(one));
      }
      return answers;
    }
  }

  private static <B> B answer(Future<B> one) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException ours -> throw ours;
        case Error fatal -> throw fatal;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
