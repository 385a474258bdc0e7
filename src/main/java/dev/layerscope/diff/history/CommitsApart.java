package dev.layerscope.diff.history;

import dev.layerscope.git.Commit;
import dev.layerscope.git.TreePath;
import java.util.List;
import java.util.Optional;

/**
 * The commits that only one of two sides has.
 *
 * @param mergeBase the commit both were last one at; empty when there is none
 * @param related whether there is a common ancestor, or nothing to compare
 */
public record CommitsApart(
    Optional<String> mergeBase, boolean related, Side onlyFrom, Side onlyTo) {
  /** Nothing on either side. */
  public static final CommitsApart NONE =
      new CommitsApart(Optional.empty(), true, Side.NONE, Side.NONE);

  /**
   * One side's commits.
   *
   * @param count all of them
   * @param newest the newest ones, newest first
   */
  public record Side(int count, List<Told> newest) {
    public static final Side NONE = new Side(0, List.of());

    public Side {
      newest = List.copyOf(newest);
    }

    /** How many of the newest are on the other side as the same patch. */
    public long folded() {
      return newest.stream().filter(told -> told.equivalent().isPresent()).count();
    }
  }

  /**
   * One commit.
   *
   * @param equivalent the commit of the other side that is the same patch
   * @param files it touches
   * @param applications that read any of them, by name
   */
  public record Told(
      Commit commit, Optional<String> equivalent, List<TreePath> files, List<String> applications) {
    public Told {
      files = List.copyOf(files);
      applications = List.copyOf(applications);
    }
  }
}
