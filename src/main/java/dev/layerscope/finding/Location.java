package dev.layerscope.finding;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place a person can open: a line of a file at a commit of a repository.
 *
 * @param repoUrl the repository as the workspace spells it; empty for a file beside the workspace
 *     file
 * @param revision the full commit id; empty for a file beside the workspace file
 * @param path slash-separated, relative to the repository's root (or to the workspace file's
 *     folder)
 * @param line 1-based; 0 when the whole file or directory is meant
 */
public record Location(String repoUrl, String revision, String path, int line)
    implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::repoUrl)
          .thenComparing(Location::path)
          .thenComparingInt(Location::line)
          .thenComparing(Location::revision);

  /** A file beside the workspace file, which no repository holds. */
  public static Location besideWorkspace(String path, int line) {
    return new Location("", "", path, line);
  }

  /** The same file, another line. */
  public Location atLine(int other) {
    return new Location(repoUrl, revision, path, other);
  }

  /** {@code path:line}, the form people click on; the path alone when no line is meant. */
  public String pathAndLine() {
    return line > 0 ? path + ":" + line : path;
  }

  /** Asked of every finding of an estate, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof Location that
            && line == that.line
            && path.equals(that.path)
            && revision.equals(that.revision)
            && repoUrl.equals(that.repoUrl);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * path.hashCode() + line) + revision.hashCode()) + repoUrl.hashCode();
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
