package dev.layerscope.git;

/**
 * An object that the repository names is not in it, or cannot be read: the clone is damaged.
 * Nothing a stage could do about it, hence unchecked.
 */
public final class MissingObjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RepoUrl repository;
  private final String id;

  public MissingObjectException(RepoUrl repository, String id, Throwable cause) {
    super("object " + id + " cannot be read from the clone of " + repository.display(), cause);
    this.repository = repository;
    this.id = id;
  }

  /** An object that is there and larger than anything that is read as a whole. */
  public MissingObjectException(RepoUrl repository, String id, long bytes) {
    super(
        "object %s of %s has %d MiB, more than is read"
            .formatted(id, repository.display(), bytes >> 20));
    this.repository = repository;
    this.id = id;
  }

  /** The repository whose clone is damaged. */
  public RepoUrl repository() {
    return repository;
  }

  /** The id of the object, 40 hex digits. */
  public String id() {
    return id;
  }
}
