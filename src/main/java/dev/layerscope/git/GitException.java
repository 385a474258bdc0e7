package dev.layerscope.git;

import java.util.Objects;

/**
 * The world got in the way of git: network, credentials, disk, or a repository in a form we do not
 * read.
 */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What got in the way; decides what a person can do about it. */
  public enum Kind {
    /** No such repository or bundle. */
    NOT_FOUND,
    /** A login was asked for, and nobody answered. */
    CREDENTIALS,
    /** The host could not be reached. */
    NETWORK,
    /** The disk refused, or a lock is held by another program. */
    DISK,
    /** SHA-256 or partial clones, which the library cannot read. */
    UNSUPPORTED,
    /** Objects are missing or damaged. */
    DAMAGED,
    /** A ref moved between reading and writing, or both sides of a branch have moved. */
    MOVED,
    /** The branch is checked out in a work tree of the user's own clone. */
    CHECKED_OUT,
    /** The remote takes no pushes here: a protected branch, a read-only login. */
    REFUSED,
    /** Git does not know who the author is. */
    IDENTITY,
    /** Commits are to be signed, and the user's program did not. */
    SIGNING
  }

  private final Kind kind;

  public GitException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public GitException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** A sentence for a person; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
