package dev.layerscope.git;

/**
 * One entry of a git tree.
 *
 * @param path from the root of the repository
 * @param kind file, directory, symbolic link or submodule
 * @param id the object id of the blob or tree, or the commit of a submodule: 40 hex digits
 */
public record TreeEntry(TreePath path, Kind kind, String id) {
  /** What git's file mode says. */
  public enum Kind {
    FILE,
    DIRECTORY,
    SYMLINK,
    SUBMODULE
  }

  public String name() {
    return path.name();
  }

  public boolean isFile() {
    return kind == Kind.FILE;
  }

  public boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }
}
