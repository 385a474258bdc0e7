package dev.layerscope.edit;

import dev.layerscope.git.TreePath;
import java.util.Optional;

/**
 * One file of a plan.
 *
 * @param path from the root of the repository
 * @param before the whole text; empty for a new file
 * @param after the whole text; empty for a file that goes
 * @param reason one phrase that says what the file is for
 */
public record FileChange(
    TreePath path, Optional<String> before, Optional<String> after, String reason) {
  /** A file that is not there yet. */
  public static FileChange added(TreePath path, String text, String reason) {
    return new FileChange(path, Optional.empty(), Optional.of(text), reason);
  }

  /** A file of which some lines change. */
  public static FileChange modified(TreePath path, String before, String after, String reason) {
    return new FileChange(path, Optional.of(before), Optional.of(after), reason);
  }

  /** What happens to a file. */
  public enum Kind {
    ADDED,
    REMOVED,
    MODIFIED;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Kind kind() {
    return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.MODIFIED;
  }

  /** The change as {@code git diff} would print it, with three lines of context. */
  public String diff() {
    return UnifiedDiff.of(path, before, after);
  }
}
