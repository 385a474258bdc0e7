package dev.layerscope.cli;

import dev.layerscope.export.Inert;
import java.io.Console;
import java.util.Optional;

/** What is said beside the results. Names in it come from repositories: none steers a terminal. */
final class Terminal {
  private Terminal() {}

  /** Whether a person looks at the standard output. */
  static boolean isThere() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** A line on the standard output. */
  static void tell(String line) {
    System.out.println(Inert.text(line));
  }

  /** A line on the standard error output. */
  static void remark(String line) {
    System.err.println(Inert.text(line));
  }
}
