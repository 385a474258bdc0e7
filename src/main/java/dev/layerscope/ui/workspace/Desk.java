package dev.layerscope.ui.workspace;

import java.util.Optional;
import java.util.function.Consumer;

/** The person's other programs: the browser for pages, the editor for texts. */
public final class Desk {
  private Optional<Consumer<String>> opener = Optional.empty();

  /** Who opens addresses: the program's frame, which knows the system. */
  public void onOpen(Consumer<String> action) {
    opener = Optional.of(action);
  }

  /** Whether something opens addresses here. */
  public boolean isThere() {
    return opener.isPresent();
  }

  /**
   * Opens a page or a file in the program the system has for it.
   *
   * @param address {@code https:}, {@code http:} or {@code file:}
   */
  public void open(String address) {
    opener.ifPresent(action -> action.accept(address));
  }
}
