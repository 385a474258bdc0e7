package dev.layerscope.render.helm.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks after the process from inside while a template runs: nobody else can stop native code that
 * eats the memory, and nobody else is left when the parent is killed.
 */
final class Watch implements Runnable {
  /** The exit status that says: too much memory. */
  static final int TOO_MUCH_MEMORY = 42;

  private static final long EVERY_MILLIS = 100;
  private static final long PAGE_BYTES = 4096;

  private final Path folder;
  private final long limit;
  private final ProcessHandle parent;

  private Watch(Path folder, long limit, ProcessHandle parent) {
    this.folder = folder;
    this.limit = limit;
    this.parent = parent;
  }

  static void over(Path folder, long limitBytes) {
    ProcessHandle parent = ProcessHandle.current().parent().orElse(ProcessHandle.current());
    Thread.ofPlatform().daemon().name("watch").start(new Watch(folder, limitBytes, parent));
  }

  @Override
  public void run() {
    while (true) {
      if (!parent.isAlive()) {
        WorkerFolder.remove(folder);
        Runtime.getRuntime().halt(1);
      }
      if (memory() > limit) {
        Runtime.getRuntime().halt(TOO_MUCH_MEMORY);
      }
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Bytes of this process in memory, native code included; 0 where the system does not say. */
  private static long memory() {
    try {
      return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1])
          * PAGE_BYTES;
    } catch (IOException | RuntimeException unknown) {
      return 0;
    }
  }
}
