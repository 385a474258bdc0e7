package dev.layerscope.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every step that changes the file system below a folder, by a name such as {@code move
 * packed-refs.lock}. As the system properties say, the program names them all, or dies before or
 * after one of them:
 *
 * <ul>
 *   <li>{@code faults.under}: the folder
 *   <li>{@code faults.die}: {@code before} or {@code after}; nothing for naming them
 *   <li>{@code faults.at}: which one, counted from 0
 * </ul>
 */
final class Step {
  private static final String UNDER = System.getProperty("faults.under", "");
  private static final String DIE = System.getProperty("faults.die", "");
  private static final int AT = Integer.getInteger("faults.at", -1);
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Step() {}

  /** Something that changes the file system. */
  interface Change<T> {
    T make() throws IOException;
  }

  static <T> T step(String what, Path place, Change<T> change) throws IOException {
    if (UNDER.isEmpty() || !place.toAbsolutePath().toString().startsWith(UNDER)) {
      return change.make();
    }
    int number = NEXT.getAndIncrement();
    if (DIE.isEmpty()) {
      System.out.println("step " + what + " " + place.getFileName());
    }
    dieIf(DIE.equals("before") && number == AT);
    T made = change.make();
    dieIf(DIE.equals("after") && number == AT);
    return made;
  }

  private static void dieIf(boolean now) {
    if (now) {
      Runtime.getRuntime().halt(9);
    }
  }
}
