package dev.layerscope.diff.history;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.git.Commit;
import dev.layerscope.git.TreePath;
import java.util.List;
import java.util.Optional;

/**
 * The commits that only one of two sides has.
 *
 * @param mergeBase the commit both were last one at; empty when there is none
 * @param related whether there is a common ancestor, or nothing to compare, or the history is not
 *     here whole
 * @param shallow whether the history is here as far as it was cloned only: commits are counted as
 *     far as they are here, and some of them may be on both sides
 */
public record CommitsApart(
    Optional<String> mergeBase, boolean related, boolean shallow, Side onlyFrom, Side onlyTo) {
  /** Nothing on either side. */
  public static final CommitsApart NONE =
      new CommitsApart(Optional.empty(), true, false, Side.NONE, Side.NONE);

  /** Whether the numbers of commits are not to be relied on, and there are any. */
  public boolean uncertain() {
    return shallow && onlyFrom.count() + onlyTo.count() > 0;
  }

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
   * @param effects what its files declare otherwise: how it changes the hierarchy
   */
  public record Told(
      Commit commit,
      Optional<String> equivalent,
      List<TreePath> files,
      List<String> applications,
      List<Effect> effects) {
    public Told {
      effects = List.copyOf(effects);
      files = List.copyOf(files);
      applications = List.copyOf(applications);
    }
  }

  /**
   * What a commit does to an Application, an ApplicationSet or an AppProject, by its files as they
   * are written.
   *
   * @param change added, removed or changed
   * @param fields that differ, when it is changed
   */
  public record Effect(Change change, String kind, String name, List<FieldChange> fields) {
    public Effect {
      fields = List.copyOf(fields);
    }

    /** Its new target revision, when it gets one. */
    public Optional<FieldChange> retargeted() {
      return fields.stream().filter(field -> field.path().endsWith("targetRevision")).findFirst();
    }
  }
}
