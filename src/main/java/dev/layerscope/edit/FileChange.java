package dev.layerscope.edit;

import dev.layerscope.git.FileMode;
import dev.layerscope.git.TreePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One file of a plan.
 *
 * @param path from the root of the repository
 * @param before the whole text; empty for a new file
 * @param after the whole text; empty for a file that goes
 * @param reason one phrase that says what the file is for
 * @param raw the bytes after, of a file that is no text; then {@code before} and {@code after} only
 *     say whether there is one
 * @param mode set when it becomes another kind of file, such as one that can be run, or one that
 *     comes or goes is not a plain one
 */
public record FileChange(
    TreePath path,
    Optional<String> before,
    Optional<String> after,
    String reason,
    Optional<byte[]> raw,
    Optional<FileMode> mode) {
  /** A file that is not there yet. */
  public static FileChange added(TreePath path, String text, String reason) {
    return of(path, Optional.empty(), Optional.of(text), reason);
  }

  /** A file of which some lines change. */
  public static FileChange modified(TreePath path, String before, String after, String reason) {
    return of(path, Optional.of(before), Optional.of(after), reason);
  }

  /** A file that goes. */
  public static FileChange removed(TreePath path, String before, String reason) {
    return of(path, Optional.of(before), Optional.empty(), reason);
  }

  /** A file of text. */
  public static FileChange of(
      TreePath path, Optional<String> before, Optional<String> after, String reason) {
    return new FileChange(path, before, after, reason, Optional.empty(), Optional.empty());
  }

  /** The same as another kind of file. */
  public FileChange with(Optional<FileMode> other) {
    return new FileChange(path, before, after, reason, raw, other);
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

  /** The bytes after; empty for a file that goes. */
  public Optional<byte[]> content() {
    return raw.or(() -> after.map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The change as {@code git diff} would print it, with three lines of context. */
  public String diff() {
    return raw.isPresent()
        ? "diff --git a/%1$s b/%1$s\nBinary files differ\n".formatted(path.value())
        : UnifiedDiff.of(path, before, after, mode);
  }
}
