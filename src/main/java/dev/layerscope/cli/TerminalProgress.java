package dev.layerscope.cli;

import dev.layerscope.export.Inert;
import dev.layerscope.work.Progress;

/** Progress on one line of a terminal, and nothing anywhere else. */
final class TerminalProgress implements Progress {
  private static final long EVERY_NANOS = 200_000_000;
  private final boolean terminal = Terminal.isThere();
  private final long start = System.nanoTime();
  private long last = start;

  @Override
  public synchronized void report(String what, long done, long total) {
    long now = System.nanoTime();
    if (terminal && now - last > EVERY_NANOS) {
      last = now;
      System.err.print(
          "\r\u001b[K" + Inert.line(what) + (total > 0 ? " " + done + " of " + total : "") + "\r");
    }
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }
}
