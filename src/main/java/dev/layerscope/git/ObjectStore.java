package dev.layerscope.git;

import java.util.List;
import java.util.Optional;

/**
 * Where the objects of a repository are read from. A clone's own objects are one; a planned edit is
 * another: the clone's with a few new ones laid over it, nothing written. Safe for several threads.
 */
public interface ObjectStore {
  /** The entries of a tree in git's order, with names only (paths are the caller's business). */
  List<RawEntry> tree(String id);

  /** One entry of a tree by its name; empty when there is none. */
  default Optional<RawEntry> entry(String tree, String name) {
    for (RawEntry entry : tree(tree)) {
      if (entry.name().equals(name)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Whether an id stands for a content, wherever and whenever it is met, as in git. */
  default boolean idsAreContents() {
    return true;
  }

  /** The content of a blob. */
  byte[] blob(String id);

  /** The size of a blob in bytes, without reading it. */
  long size(String id);

  /**
   * An entry as a tree object holds it.
   *
   * @param mode git's file mode bits, exactly as written
   * @param id 40 hex digits
   */
  record RawEntry(String name, int mode, String id) {
    private static final int TYPE = 0170000;

    /** An entry with the mode git writes today. */
    RawEntry(String name, TreeEntry.Kind kind, String id) {
      this(
          name,
          switch (kind) {
            case FILE -> 0100644;
            case DIRECTORY -> 0040000;
            case SYMLINK -> 0120000;
            case SUBMODULE -> 0160000;
          },
          id);
    }

    /** What the mode says. */
    public TreeEntry.Kind kind() {
      return switch (mode & TYPE) {
        case 0040000 -> TreeEntry.Kind.DIRECTORY;
        case 0120000 -> TreeEntry.Kind.SYMLINK;
        case 0160000 -> TreeEntry.Kind.SUBMODULE;
        default -> TreeEntry.Kind.FILE;
      };
    }
  }
}
