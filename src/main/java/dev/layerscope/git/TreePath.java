package dev.layerscope.git;

import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path inside a git tree: slash-separated, no leading or trailing slash, no {@code .} or {@code
 * ..}. The empty path is the root.
 */
public record TreePath(String value) implements Comparable<TreePath> {
  public static final TreePath ROOT = new TreePath("");

  public TreePath {
    if (!isClean(value)) {
      throw new IllegalArgumentException("not a tree path: " + value);
    }
  }

  private static boolean isClean(String value) {
    for (int slash = value.indexOf('/'); slash >= 0; slash = value.indexOf('/', slash + 1)) {
      if (slash == 0 || slash == value.length() - 1 || value.charAt(slash + 1) == '/') {
        return false;
      }
    }
    return true;
  }

  /**
   * Cleans a path as people write it ({@code ./a/../b/}), relative to the root.
   *
   * @return empty when the path leaves the root; an absolute path is taken relative to the root
   */
  public static Optional<TreePath> clean(String written) {
    return ROOT.walk(written);
  }

  /** A path that is known to be clean already. */
  public static TreePath of(String clean) {
    return clean.isEmpty() ? ROOT : new TreePath(clean);
  }

  /** Follows {@code written} from this directory; empty when that leaves the root on the way. */
  public Optional<TreePath> walk(String written) {
    if (isPlain(written)) {
      return Optional.of(isRoot() ? new TreePath(written) : new TreePath(value + "/" + written));
    }
    var segments = new ArrayDeque<String>();
    if (!isRoot()) {
      for (String segment : value.split("/")) {
        segments.addLast(segment);
      }
    }
    for (String segment : written.split("/")) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return Optional.of(of(String.join("/", segments)));
  }

  /** Whether every segment is a name, as in most paths that people write. */
  private static boolean isPlain(String written) {
    boolean begins = true;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (begins && (c == '.' || c == '/')) {
        return false;
      }
      begins = c == '/';
    }
    return !begins;
  }

  public boolean isRoot() {
    return value.isEmpty();
  }

  /** The entry called {@code name} in this directory. */
  public TreePath child(String name) {
    return new TreePath(isRoot() ? name : value + "/" + name);
  }

  /** The directory this lies in; the root is its own parent. */
  public TreePath parent() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? ROOT : new TreePath(value.substring(0, slash));
  }

  /** The last segment; empty for the root. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** Whether this is {@code directory} or lies below it. */
  public boolean isWithin(TreePath directory) {
    return directory.isRoot() || equals(directory) || value.startsWith(directory.value + "/");
  }

  /** This path as seen from {@code directory}, which it must lie within. */
  public String relativeTo(TreePath directory) {
    if (directory.isRoot()) {
      return value;
    }
    return equals(directory) ? "" : value.substring(directory.value.length() + 1);
  }

  @Override
  public int compareTo(TreePath other) {
    return value.compareTo(other.value);
  }

  /** Asked of everything that is read, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof TreePath that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return isRoot() ? "." : value;
  }
}
