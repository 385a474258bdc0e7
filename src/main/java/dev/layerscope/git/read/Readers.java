package dev.layerscope.git.read;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Readers of one repository, lent to one question at a time. A reader is not safe for several
 * threads; one that is used again still has what the last objects were made of, which is most of
 * what its neighbours in a pack are made of.
 */
final class Readers {
  /** As many as questions are usually asked at once; more are made, and not kept. */
  private static final int MOST_KEPT = 4;

  private final Repository repository;
  private final ConcurrentLinkedDeque<ObjectReader> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger kept = new AtomicInteger();

  Readers(Repository repository) {
    this.repository = repository;
  }

  Lent lend() {
    ObjectReader reader = idle.pollFirst();
    if (reader != null) {
      kept.decrementAndGet();
      return new Lent(reader);
    }
    return new Lent(repository.newObjectReader());
  }

  /** Lets go of what nobody uses now. */
  void letGo() {
    for (ObjectReader reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
      kept.decrementAndGet();
      reader.close();
    }
  }

  /** A reader that goes back when its question is answered. */
  final class Lent implements AutoCloseable {
    private final ObjectReader reader;

    private Lent(ObjectReader reader) {
      this.reader = reader;
    }

    ObjectReader reader() {
      return reader;
    }

    @Override
    public void close() {
      if (kept.incrementAndGet() > MOST_KEPT) {
        kept.decrementAndGet();
        reader.close();
      } else {
        idle.addFirst(reader);
      }
    }
  }
}
