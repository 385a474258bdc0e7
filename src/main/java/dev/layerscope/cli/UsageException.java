package dev.layerscope.cli;

import java.util.Objects;

/** The command line asks for something that is not there; the message names what is. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** A sentence for a person; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
