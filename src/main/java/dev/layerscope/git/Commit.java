package dev.layerscope.git;

import java.util.List;

/**
 * A commit as git's log shows it.
 *
 * @param id 40 hex digits
 * @param parents 40 hex digits each; two or more for a merge
 * @param message subject, blank line, body
 */
public record Commit(
    String id, List<String> parents, Person author, Person committer, String message) {
  public Commit {
    parents = List.copyOf(parents);
  }

  /** The first line of the message. */
  public String subject() {
    return message.lines().findFirst().orElse("");
  }

  /**
   * The newest commits of a range, and how many there are.
   *
   * @param count all of them
   * @param newest at most as many as were asked for, newest first
   */
  public record Range(int count, List<Commit> newest) {
    public Range {
      newest = List.copyOf(newest);
    }
  }
}
