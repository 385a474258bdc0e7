package dev.layerscope.workspace;

import java.util.Objects;

/**
 * The workspace file cannot be used. The message says where, what, and the nearest valid spelling.
 */
public final class WorkspaceException extends Exception {
  private static final long serialVersionUID = 1L;

  public WorkspaceException(String message) {
    super(message);
  }

  /** A sentence for a person; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
