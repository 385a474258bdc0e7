package dev.layerscope.git;

import dev.layerscope.work.Progress;
import java.util.Optional;

/**
 * How the commits of a repository follow each other. Ids do not move, so neither does anything that
 * is told here. Safe for several threads.
 */
public interface History {
  /**
   * What a commit says about itself; empty when it is not here.
   *
   * @param id 40 hex digits
   */
  Optional<Commit> commit(String id);

  /**
   * The commits that lead to one commit and not to another.
   *
   * @param in 40 hex digits
   * @param notIn 40 hex digits
   * @param limit how many to read at most; all are counted
   */
  Commit.Range commits(String in, String notIn, int limit);

  /**
   * The commit two branches were last one at; empty for unrelated histories.
   *
   * @param a 40 hex digits
   * @param b 40 hex digits
   */
  Optional<String> mergeBase(String a, String b);

  /**
   * What a commit changes as one number, as {@code git patch-id} has it: two commits with the same
   * one are the same patch. Empty for merges.
   *
   * @param commit 40 hex digits
   */
  Optional<String> patchId(String commit);

  /**
   * Who wrote a file as it is at a commit; of a folder only the commits that changed it.
   *
   * @param commit 40 hex digits
   * @param limit how many commits to list at most
   */
  FileHistory file(String commit, TreePath path, int limit, Progress progress);
}
