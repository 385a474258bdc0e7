package dev.layerscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a shell would see of a command; whoever runs one so holds the lock of the streams. */
record Printed(int status, String out, String err) {
  static Printed by(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var results = new ByteArrayOutputStream();
    var complaints = new ByteArrayOutputStream();
    try (var first = new PrintStream(results, true, StandardCharsets.UTF_8);
        var second = new PrintStream(complaints, true, StandardCharsets.UTF_8)) {
      System.setOut(first);
      System.setErr(second);
      int status = CommandLineFace.run(arguments);
      return new Printed(
          status,
          results.toString(StandardCharsets.UTF_8),
          complaints.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
