package dev.layerscope.ui.common;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * Finds out what keeps the toolkit's thread from answering: it asks it something again and again,
 * and where the answer takes too long, looks at what the thread is doing. For measuring; {@code
 * -Dlayerscope.watchdog=50} starts one that prints what takes longer than 50 ms.
 */
public final class Watchdog {
  private static final int PAUSE_IN_MILLIS = 4;
  private static final int LINES = 12;

  private final int limit;
  private final Consumer<Stall> tell;
  private volatile boolean watching = true;

  /**
   * One time the thread did not answer.
   *
   * @param millis how long an answer took
   * @param busy how many milliseconds of that the thread had a processor; with -1 nobody knows
   * @param doing what the thread was doing when it was late, the innermost call first
   */
  public record Stall(long millis, long busy, List<StackTraceElement> doing) {
    /** The program's own innermost call, then the toolkit's. */
    public String text() {
      Optional<StackTraceElement> own =
          doing.stream()
              .filter(line -> line.getClassName().startsWith("dev.layerscope"))
              .findFirst();
      Stream<StackTraceElement> top = doing.stream().limit(LINES);
      return millis
          + " ms ("
          + busy
          + " of the processor)"
          + own.map(line -> " in " + line).orElse("")
          + top.map(line -> "\n    at " + line).collect(Collectors.joining());
    }
  }

  private Watchdog(int limit, Consumer<Stall> tell) {
    this.limit = limit;
    this.tell = tell;
  }

  /** Starts one if the system property asks for it; called on the toolkit's thread. */
  public static void ofProperty() {
    Integer limit = Integer.getInteger("layerscope.watchdog");
    if (limit != null) {
      watch(limit, stall -> System.err.println("layerscope: the window waited " + stall.text()));
    }
  }

  /**
   * Watches the thread it is called on, which is the toolkit's.
   *
   * @param limit in milliseconds: what takes longer is told
   * @param tell called on a thread of its own
   */
  public static Watchdog watch(int limit, Consumer<Stall> tell) {
    Thread watched = Thread.currentThread();
    var dog = new Watchdog(limit, tell);
    Thread.ofPlatform().daemon().name("layerscope-watchdog").start(() -> dog.run(watched));
    return dog;
  }

  /** Ends it. */
  public void stop() {
    watching = false;
  }

  private void run(Thread watched) {
    try {
      while (watching) {
        ask(watched);
        Thread.sleep(PAUSE_IN_MILLIS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Thread watched) throws InterruptedException {
    var answered = new CountDownLatch(1);
    long start = System.nanoTime();
    long before = busy(watched);
    Platform.runLater(answered::countDown);
    if (answered.await(limit, TimeUnit.MILLISECONDS)) {
      return;
    }
    List<StackTraceElement> doing = List.of(watched.getStackTrace());
    while (watching && !answered.await(1, TimeUnit.SECONDS)) {
      Thread.onSpinWait();
    }
    long took = (System.nanoTime() - start) / 1_000_000;
    long now = busy(watched);
    tell.accept(new Stall(took, now < 0 ? -1 : (now - before) / 1_000_000, doing));
  }

  private static long busy(Thread thread) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.threadId()) : -1;
  }
}
