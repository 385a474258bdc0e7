package dev.layerscope.ui.workspace;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;

/** A fault of ours, as a short code a person can read out and as details to copy. */
final class Problems {
  private Problems() {}

  /** The same fault at the same place has the same code. */
  static String code(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].toString();
    int hash = Arrays.hashCode(new Object[] {error.getClass().getName(), place});
    return String.format(Locale.ROOT, "L-%04X", hash & 0xffff);
  }

  static String details(Throwable error) {
    var text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
