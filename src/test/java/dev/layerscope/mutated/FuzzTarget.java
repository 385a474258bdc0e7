package dev.layerscope.mutated;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What a coverage-guided fuzzer calls: {@code fuzz.reader} names who reads. It holds no reference
 * to the fuzzer, which finds the method by its name.
 */
public final class FuzzTarget {
  private static final Reader READER = Reader.valueOf(System.getProperty("fuzz.reader"));

  private static final int LIMIT_SECONDS = 10;

  private FuzzTarget() {}

  /**
   * Called by the fuzzer before all inputs: what is loaded and instrumented with the first ones is
   * not held against them.
   */
  public static void fuzzerInitialize() throws IOException {
    READER.seeds().stream().limit(50).forEach(READER::read);
  }

  /**
   * Called by the fuzzer with every input. What counts is the processor's time: by the clock a
   * machine that has much else to do, or was put to sleep, would be taken for a slow reader.
   */
  public static void fuzzerTestOneInput(byte[] input) {
    long before = processor();
    READER.read(input);
    long seconds = (processor() - before) / 1_000_000_000;
    if (seconds >= LIMIT_SECONDS) {
      throw new AssertionError(READER + " took " + seconds + " s of the processor");
    }
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
