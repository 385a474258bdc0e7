package dev.layerscope.git;

import java.util.List;

/**
 * Who wrote a file, and when.
 *
 * @param commits that changed it, newest first, at most as many as were asked for
 * @param more whether there are older ones that were not read
 * @param cut whether the clone is shallow: what was written before is said to be written by the
 *     oldest commit that is here
 * @param lines who wrote each of them last, neighbours of one commit together, in order
 */
public record FileHistory(List<Commit> commits, boolean more, boolean cut, List<Written> lines) {
  /** Nothing is known: the file is not there. */
  public static final FileHistory NONE = new FileHistory(List.of(), false, false, List.of());

  public FileHistory {
    commits = List.copyOf(commits);
    lines = List.copyOf(lines);
  }

  /**
   * Lines that one commit wrote.
   *
   * @param first 1-based
   * @param last 1-based, included
   */
  public record Written(int first, int last, Commit commit) {
    /** Whether some line lies between two, both included. */
    public boolean isIn(int from, int to) {
      return first <= to && last >= from;
    }
  }
}
