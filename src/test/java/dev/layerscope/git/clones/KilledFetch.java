package dev.layerscope.git.clones;

import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens the clone of a repository and fetches it, and dies: {@code FOLDER REMOTE steps N} after the
 * Nth report of progress, {@code nanos N} by the clock; with {@code steps -1} it lives, and prints
 * how many reports and nanoseconds there were.
 */
final class KilledFetch {
  static final RepoUrl URL = new RepoUrl("https://git.example.com/platform/baseline.git");

  private KilledFetch() {}

  public static void main(String[] arguments) throws Exception {
    long limit = Long.parseLong(arguments[3]);
    boolean bySteps = arguments[2].equals("steps");
    var steps = new AtomicLong();
    var progress =
        new Progress() {
          @Override
          public void report(String what, long done, long total) {
            if (steps.incrementAndGet() == limit && bySteps) {
              Runtime.getRuntime().halt(9);
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    GitSettings.install();
    long begun = System.nanoTime();
    if (!bySteps) {
      Thread.ofPlatform().daemon().start(() -> dieAt(begun + limit));
    }
    var clones = new Clones(Path.of(arguments[0]), Accounts.in(Path.of(arguments[0], "home")));
    try (Clone clone = clones.open(URL, arguments[1], Optional.empty(), progress)) {
      clones.fetch(clone, progress);
    }
    System.out.println(steps.get() + " " + (System.nanoTime() - begun));
  }

  private static void dieAt(long when) {
    while (System.nanoTime() < when) {
      LockSupport.parkNanos(Math.min(100_000, Math.max(1, when - System.nanoTime())));
    }
    Runtime.getRuntime().halt(9);
  }
}
