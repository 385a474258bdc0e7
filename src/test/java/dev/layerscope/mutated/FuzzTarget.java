package dev.layerscope.mutated;

import java.io.IOException;

/**
 * What a coverage-guided fuzzer calls: {@code fuzz.reader} names who reads. It holds no reference
 * to the fuzzer, which finds the method by its name.
 */
public final class FuzzTarget {
  private static final Reader READER = Reader.valueOf(System.getProperty("fuzz.reader"));

  private FuzzTarget() {}

  /**
   * Called by the fuzzer before all inputs: what is loaded and instrumented with the first ones is
   * not held against them.
   */
  public static void fuzzerInitialize() throws IOException {
    READER.seeds().stream().limit(50).forEach(READER::read);
  }

  /** Called by the fuzzer with every input. */
  public static void fuzzerTestOneInput(byte[] input) {
    READER.read(input);
  }
}
