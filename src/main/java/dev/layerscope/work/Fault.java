package dev.layerscope.work;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fault of ours: something nobody foresaw.
 *
 * @param code a person can read out; the same fault at the same place has the same
 * @param details a developer needs: the trace, without anything between {@code ://} and {@code @}
 */
public record Fault(String code, String details) {
  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]*@");

  public static Fault of(Throwable error) {
    var text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return new Fault(code(error), CREDENTIALS.matcher(text.toString()).replaceAll("://…@"));
  }

  private static String code(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].toString();
    int hash = Arrays.hashCode(new Object[] {error.getClass().getName(), place});
    return String.format(Locale.ROOT, "L-%04X", hash & 0xffff);
  }
}
